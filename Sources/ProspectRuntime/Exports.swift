// Functions that a host offers take and return `JSON`, so whoever imports the runtime has it.
@_exported public import ProspectJSON
