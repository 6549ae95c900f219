import ProspectJSON
import Testing

@testable import ProspectAPI

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Helpers are real programs here: shell scripts.
@Suite(.timeLimit(.minutes(1))) struct CredentialHelperTests {
  private let folder: SecretFolder
  private let provider: Provider

  init() throws {
    folder = try SecretFolder()
    provider = try Shop.provider("https://shop.example")
  }

  private func store(
    _ script: String, environment: [String: String] = ["PATH": "/usr/bin:/bin"],
    arguments: [String] = [], timeout: Duration = .seconds(20),
    notice: @escaping @Sendable (String) -> Void = { _ in }
  ) throws -> CredentialStore {
    let path = try folder.write("#!/bin/sh\n\(script)\n", to: "helper", mode: 0o700)
    var settings = CredentialSettings(environment: [:], profile: "eu")
    var command = HelperCommand(words: [path] + arguments, environment: environment)
    command.timeout = timeout
    settings.helpers = ["shop": command]
    settings.notice = notice
    return CredentialStore(settings)
  }

  private func failure(_ store: CredentialStore) async -> CallError? {
    await #expect(throws: CallError.self) { try await store.find(for: provider) }
  }

  @Test func itIsToldWhatIsWantedAndAnswers() async throws {
    let store = try store(
      """
      cat > \(folder.path)/request
      echo '{"version":1,"key":"k1","expires_at":"2026-11-21T19:00:00+01:00"}'
      """)
    let found = try await store.find(for: provider)
    #expect(found.secrets == .key(Secret("k1")))
    #expect(found.expiry == 1_795_284_000)
    #expect(found.source.text.hasPrefix("the helper"))
    let bytes = try #require(
      try SecretFile(path: "\(folder.path)/request", rule: .own).readLoosely())
    let request = try JSON.parse(bytes)
    #expect(request["version"]?.integer == 1 && request["provider"]?.string == "shop")
    #expect(request["origin"]?.string == "https://shop.example")
    #expect(request["profile"]?.string == "eu" && request["reason"]?.string == "start")
    _ = try await store.find(for: provider, isRenewal: true)
    let next = try #require(
      try SecretFile(path: "\(folder.path)/request", rule: .own).readLoosely())
    #expect(try JSON.parse(next)["reason"]?.string == "renewal")
  }

  @Test func noShellReadsItsWordsAndItsEnvironmentIsTheGivenOne() async throws {
    let store = try store(
      #"printf '{"version":1,"key":"%s-%s"}' "$1" "$ONLY""#, environment: ["ONLY": "this"],
      arguments: ["$HOME;*"])
    #expect(try await store.find(for: provider).secrets == .key(Secret("$HOME;*-this")))
  }

  @Test(arguments: [
    ("exit 3", "ended with status 3"), ("kill -9 $$", "was ended by signal 9"),
    ("echo hello", "printed no JSON object"), ("true", "printed no JSON object"),
    (#"echo '{"key":"s3cr3t"}'"#, "does not say \"version\": 1"),
    (#"echo '{"version":2,"key":"s3cr3t"}'"#, "does not say \"version\": 1"),
    (#"echo '{"version":1,"kye":"s3cr3t"}'"#, "neither \"key\" nor"),
    (#"echo '{"version":1,"key":"s3cr3t","expires_at":"soon"}'"#, "is no time"),
    (#"echo '{"version":1,"key":"s3cr3t x"}'"#, "holds a character"),
    (#"echo '{"version":1,"key":"s3cr3t","origin":"https://evil.example"}'"#, "is not sent to"),
    ("head -c 70000 /dev/zero", "printed more than 65536 bytes"),
  ])
  func whatGoesWrongIsSaidWithoutItsOutput(_ script: String, _ message: String) async throws {
    let error = await failure(try store(script))
    #expect(
      error?.kind == .credential && error?.message.contains(message) == true, "\(error as Any)")
    #expect(error.map { "\($0)\($0.hint ?? "")".contains("s3cr3t") } == false)
  }

  @Test func aProgramThatCannotBeExecutedIsNamed() async throws {
    var settings = CredentialSettings(environment: [:])
    for name in ["/nowhere/helper", "no-such-helper"] {
      settings.usualHelper = HelperCommand(words: [name], environment: ["PATH": "/usr/bin"])
      #expect(await failure(CredentialStore(settings))?.message.contains(name) == true)
    }
  }

  @Test func oneThatHasNothingLeavesItToTheNextSource() async throws {
    let error = await failure(try store(#"echo '{"version":1,"key":null}'"#))
    #expect(error?.code == CredentialStore.noCredential)
  }

  @Test func oneThatDoesNotAnswerIsEndedWithAllThatItStarted() async throws {
    let store = try store(
      "sleep 100 & echo $! > \(folder.path)/child; wait", timeout: .milliseconds(500))
    let error = await failure(store)
    #expect(error?.message.contains("did not answer within") == true)
  }

  /// There is always more to read of /dev/zero, however fast we read; a helper only seldom writes that fast.
  @Test func oneThatNeverStopsTellingIsEndedInTime() throws {
    let pipes = try HelperPipes()
    defer { pipes.close() }
    let zeros = open("/dev/zero", O_RDONLY)
    #expect(dup2(zeros, pipes.messages) == pipes.messages)
    close(zeros)
    var command = HelperCommand(words: ["sleep", "100"], environment: [:])
    command.timeout = .milliseconds(50)
    var watch = HelperWatch(child: try sleeper(), pipes: pipes, command: command) { _ in }
    let failure = #expect(throws: HelperFailure.self) { try watch.finish([]) }
    #expect(failure?.message.contains("did not answer within") == true)
  }

  /// A process that leads a group of its own, as helpers do.
  private func sleeper() throws -> pid_t {
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t? = nil
    #else
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var words: [UnsafeMutablePointer<CChar>?] = [strdup("sleep"), strdup("100"), nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    try #require(posix_spawnp(&child, "sleep", nil, &attributes, &words, nil) == 0)
    return child
  }

  @Test func whatItStartedIsEndedWhenItEndsItselfPolitely() async throws {
    let pipe = "\(folder.path)/alive"
    #expect(mkfifo(pipe, 0o600) == 0)
    let end = open(pipe, O_RDONLY | O_NONBLOCK)
    defer { close(end) }
    // The child holds the other end as long as it lives; the helper goes on when it is deaf to SIGTERM.
    let store = try store(
      """
      sh -c 'trap "" TERM; echo deaf > \(folder.path)/deaf; exec sleep 100' > \(pipe) 2>&1 &
      while [ ! -s \(folder.path)/deaf ]; do sleep 0.01; done
      exec yes
      """)
    #expect(await failure(store)?.message.contains("printed more than") == true)
    var watched = pollfd(fd: end, events: 0, revents: 0)
    #expect(poll(&watched, 1, 20_000) == 1 && watched.revents & Int16(POLLHUP) != 0)
  }

  @Test func oneThatLeavesSomebodyBehindIsNotWaitedFor() async throws {
    let store = try store(
      """
      sleep 100 &
      echo $! > \(folder.path)/child
      echo '{"version":1,"key":"k"}'
      """)
    #expect(try await store.find(for: provider).secrets == .key(Secret("k")))
    let child = try SecretFile(path: "\(folder.path)/child", rule: .own).readLoosely()
    let number = Int32(String(decoding: child ?? [], as: UTF8.self).trimmed)
    #expect(kill(try #require(number), SIGKILL) == 0)
  }

  @Test func whatItWritesOnStderrIsPassedOn() async throws {
    let lines = Locked<[String]>([])
    let store = try store(
      #"echo 'touch your key' >&2; printf 'bye' >&2; echo '{"version":1,"key":"k"}'"#
    ) { line in lines.withLock { $0.append(line) } }
    _ = try await store.find(for: provider)
    let name = "\(folder.path)/helper"
    #expect(lines.withLock { $0 } == ["\(name): touch your key", "\(name): bye"])
  }

  @Test func aNameAndAPasswordAreAnAnswer() async throws {
    let store = try store(#"echo '{"version":1,"username":"u","password":"p"}'"#)
    let login = LoginSecrets(username: Secret("u"), password: Secret("p"))
    #expect(try await store.find(for: provider).secrets == .login(login))
  }
}

extension SecretFile {
  /// What a script wrote with the usual mode.
  func readLoosely() throws -> [UInt8]? {
    chmod(path, 0o600)
    return try read()
  }
}
