internal import ProspectCLI
internal import ProspectSandbox

/// `prospect-run` with the local providers in it; `prospect-run` hands over to it when they are wanted.
@main
struct ProspectSandboxProgram {
  static func main() async {
    await ProspectProgram.run(
      providers: .server(
        switches: SandboxReadings.switches.map(LocalProvidersSwitch.init),
        faults: FaultKind.all.map(LocalProvidersFault.init)
      ) {
        let configuration = try SandboxConfiguration($0)
        do {
          return try await Sandbox.start(configuration)
        } catch let error as SandboxError {
          throw UsageError(message: error.message, hint: error.hint)
        }
      })
  }
}

extension Sandbox: LocalProviders {
  package var remarks: [String] {
    idleFaults.map { fault in
      let calls = fault.calls == 1 ? "1 call" : "\(fault.calls) calls"
      return "the fault \(fault.id) never struck: there were \(calls) of its target"
    }
  }
}

extension SandboxConfiguration {
  /// Called from async code, into which the optimiser of Swift 6.3.1 must not put its typed errors.
  @inline(never)
  init(_ options: LocalProvidersOptions) throws {
    self.init()
    port = options.port
    contacts = options.contacts
    seed = options.seed
    for option in options.switches {
      let gap = SandboxReadings.switches.first { $0.name == option.name }
      let isSet = gap?.set(option.word, in: &readings) ?? false
      precondition(isSet, "the command line let a wrong switch pass: \(option)")
    }
    for source in options.faults { faults += try Fault.all(in: source) }
  }
}

extension Fault {
  fileprivate static func all(in source: FaultSource) throws(UsageError) -> [Fault] {
    var faults: [Fault] = []
    let lines = source.isFile ? lines(of: source.text) : [(1, source.text)]
    for (number, text) in lines {
      do throws(FaultMistake) {
        faults.append(try Fault(parsing: text))
      } catch {
        let place = source.isFile ? "\(source.place):\(number)" : source.place
        throw UsageError(message: "\(place): \(error.message)", hint: error.hint)
      }
    }
    return faults
  }
}

extension LocalProvidersFault {
  init(_ kind: FaultKind) {
    self.init(
      name: kind.name, value: kind.value, summary: kind.summary, operations: kind.operations)
  }
}

extension LocalProvidersSwitch {
  init(_ gap: SandboxSwitch) {
    self.init(name: gap.name, readings: gap.words, summary: gap.summary, source: gap.source)
  }
}
