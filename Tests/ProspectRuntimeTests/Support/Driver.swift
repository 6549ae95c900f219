import Foundation
import ProspectRuntime

/// The two places in which a recipe can run; what holds for one must hold for the other.
enum Driver: String, CaseIterable, Sendable {
  case worker, trusted

  var isolation: Isolation {
    switch self {
    case .worker: .worker(path: Self.workerPath)
    case .trusted: .trusted
    }
  }

  /// The worker lies in the build products folder, beside the test bundle.
  static let workerPath: String = {
    let products = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent()
    return products.appending(path: "prospect-worker").path
  }()
}
