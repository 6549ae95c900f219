package import LuaBridge

/// What a machine needs besides its messages.
package struct MachineConfiguration {
  /// Where the host asks the machine to stop.
  package var control: ControlPage
  /// How granted files are read.
  package var files: any FileAccess

  package init(control: ControlPage, files: any FileAccess) {
    self.control = control
    self.files = files
  }
}
