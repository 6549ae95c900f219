internal import CLuaShims

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A page of atomics that host and machine share, within one process or across two.
///
/// The host asks the machine to stop through it; the machine notes the line it is at, so that the host can say where
/// a recipe was when it had to be killed.
public final class ControlPage: Sendable {
  /// Why a machine must stop.
  public enum Reason: UInt32, Sendable {
    case cancelled = 1
    case wallTime, cpuTime, output, requests, stopped
  }

  /// Invariant: points to a mapping of `size` bytes that lives as long as this object; its fields are only touched
  /// through the atomic functions of CLuaShims.
  nonisolated(unsafe) let page: UnsafeMutablePointer<cl_control>
  /// The memory file behind the page, to be handed to a worker process.
  public let descriptor: Int32

  private static let size = 4096

  private init?(descriptor: Int32) {
    let memory = mmap(nil, Self.size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
    guard let memory, memory != MAP_FAILED else { return nil }
    page = memory.bindMemory(to: cl_control.self, capacity: 1)
    self.descriptor = descriptor
  }

  deinit {
    munmap(page, Self.size)
    close(descriptor)
  }

  /// Makes a page whose memory a worker can map; nil when the system has no memory or descriptors left.
  public static func make() -> ControlPage? {
    let descriptor = cl_control_file(size)
    guard descriptor >= 0 else { return nil }
    guard let page = ControlPage(descriptor: descriptor) else {
      close(descriptor)
      return nil
    }
    return page
  }

  /// Maps the page behind a descriptor that the host handed over; the page owns the descriptor from now on.
  public static func map(_ descriptor: Int32) -> ControlPage? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size >= size else { return nil }
    return ControlPage(descriptor: descriptor)
  }

  /// Asks the machine to stop; the first reason stays.
  public func interrupt(_ reason: Reason) { cl_control_stop(page, reason.rawValue) }

  /// Takes the request back, for a session that goes on after a cancelled evaluation.
  public func clear() { cl_control_clear(page) }

  /// Why the machine was asked to stop; nil while it may go on.
  public var reason: Reason? {
    let raw = cl_control_interrupt(page)
    return raw == 0 ? nil : Reason(rawValue: raw) ?? .stopped
  }

  /// The line that Lua was last seen at; 0 before the first 1,000 instructions.
  public var lastLine: Int { Int(cl_control_line(page)) }

  /// The name of the chunk of `lastLine`, as in `@weekly.lua`; empty when unknown.
  public var lastSource: String {
    String(capacity: 256) { cl_control_source(page, $0, 256) }
  }

  /// Bytes of Lua memory in use, as of the last 1,000 instructions.
  public var memoryInUse: Int { Int(clamping: cl_control_memory(page)) }
}
