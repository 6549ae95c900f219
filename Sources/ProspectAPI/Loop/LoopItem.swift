/// Something for the loop's thread to run.
enum LoopItem {
  case job(UnownedJob)
  case work(@Sendable () -> Void)
}
