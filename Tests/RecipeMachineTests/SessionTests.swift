import MachinePort
import RecipeMachine
import Testing

struct SessionTests {
  private func session() throws -> ScriptedHost {
    let host = try ScriptedHost()
    host.startSession()
    return host
  }

  @Test func `expressions print their values`() throws {
    let host = try session()
    host.evaluate("1 + 1, 'text'")
    host.evaluate("{ b = 1, a = { true } }")
    host.evaluate("nil")
    host.evaluate("x = 3")
    #expect(host.output == "2\ttext\n{ a = { true }, b = 1 }\nnil\n")
  }

  @Test func `the beginning of a statement asks for more`() throws {
    let host = try session()
    #expect(host.evaluate("for i = 1, 2 do") == .incomplete)
    #expect(host.evaluate("f(") == .incomplete)
    #expect(host.evaluate("for i = 1, 2 do\nprint(i) end") == .succeeded)
    #expect(host.output == "1\n2\n")
  }

  @Test func `what is no Lua is a syntax error`() throws {
    let host = try session()
    host.evaluate("local 5 = 3")
    #expect(host.failure?.kind == .syntax)
    #expect(host.evaluate("1") == .succeeded)
  }

  @Test func `an error does not end a session`() throws {
    let host = try session()
    host.evaluate("error('oops')")
    #expect(host.failure?.message.contains("oops") == true)
    host.evaluate("'still here'")
    #expect(host.output == "still here\n")
    #expect(host.state == .waiting)
  }

  @Test(arguments: [
    ("local x = 1", "x", "1"),
    ("local a, b = 1, 2", "a + b", "3"),
    ("local y", "y", "nil"),
    ("local function f(n) local m = n * 2 return m end", "f(2)", "4"),
    ("local c <const> = 5", "c", "5"),
    ("local n = 0 local function up() n = n + 1 return n end", "up() + up() + n", "5"),
    ("do local inner = 1 end", "inner", "nil"),
    ("local s = 'local z = 1' -- local w = 2", "s, w", "local z = 1\tnil"),
    ("local t = { f = function() local q = 1 return q end }", "t.f(), q", "1\tnil"),
    ("for i = 1, 1 do local v = i end local after = 7", "v, after", "nil\t7"),
    ("local r = 1 while r < 3 do local k = r r = k + 1 end", "r, k", "3\tnil"),
    ("if true then local e = 1 else local e = 2 end local d = 4", "e, d", "nil\t4"),
    ("repeat local u = 1 until u == 1 local g = 6", "u, g", "nil\t6"),
    ("local long = [[local h = 1]] local tail = 2", "h, tail", "nil\t2"),
  ])
  func `outermost locals survive and inner ones do not`(
    input: String, question: String, answer: String
  ) throws {
    let host = try session()
    #expect(host.evaluate(input) == .succeeded)
    host.evaluate(question)
    #expect(host.output == answer + "\n")
  }

  @Test func `an input may wait`() throws {
    let host = try session()
    host.evaluate("local t0 = time.now() time.sleep(2)")
    host.evaluate("time.now() - t0")
    #expect(host.output == "2.0\n")
  }

  @Test func `an interrupt ends the input and not the session`() throws {
    let host = try session()
    host.turnsClock = false
    #expect(host.evaluate("time.sleep(100)") == nil)
    host.interrupt()
    #expect(host.failure?.kind == .interrupted)
    host.evaluate("'alive'")
    #expect(host.output == "alive\n")
  }
}
