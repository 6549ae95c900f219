/// Gaps of transport, errors, tokens and keys.
extension SphereScoutReadings {
  static let transportSwitches: [SandboxSwitch] = [
    SandboxSwitch(
      "spherescout.trailing_slash",
      "Whether a documented path also answers with a slash at its end.",
      source: "contract spherescout §1", \.sphereScout.refusesTrailingSlash,
      ["served": false, "not_found": true]),
    SandboxSwitch(
      "spherescout.error_text_name", "Where an error's text sits.",
      source: "contract spherescout §10", \.sphereScout.errorTextName,
      ["detail": "detail", "message": "message", "error": "error"]),
    SandboxSwitch(
      "spherescout.error_code", "Whether an error has a code beside its text.",
      source: "contract spherescout §10", \.sphereScout.omitsErrorCode,
      ["present": false, "omitted": true]),
    SandboxSwitch(
      "spherescout.field_errors",
      "How a bad parameter is told: under its name, or in the text alone.",
      source: "contract spherescout §10", \.sphereScout.hidesFieldNames,
      ["by_field": false, "text": true]),
    SandboxSwitch(
      "spherescout.retry_after", "Whether a 429 says how long to wait.",
      source: "contract spherescout §10", \.sphereScout.omitsRetryAfter,
      ["seconds": false, "omitted": true]),
    SandboxSwitch(
      "spherescout.id_type", "Whether opaque ids are integers or strings.",
      source: "contract spherescout §1", \.sphereScout.writesIDsAsText,
      ["integer": false, "string": true]),
  ]

  static let accessSwitches: [SandboxSwitch] = [
    SandboxSwitch(
      "spherescout.token_names", "What login and refresh call their tokens.",
      source: "contract spherescout §2.2", \.sphereScout.accessTokenName,
      ["access": "access", "access_token": "access_token"]),
    SandboxSwitch(
      "spherescout.login_refusal", "The status of a login that does not match.",
      source: "contract spherescout §2.2", \.sphereScout.refusesLoginWith400,
      ["401": false, "400": true]),
    SandboxSwitch(
      "spherescout.refresh_rotation",
      "Whether a refresh gives a new refresh token and withdraws the old one.",
      source: "contract spherescout §2.2", \.sphereScout.rotatesRefreshTokens,
      ["off": false, "on": true]),
    SandboxSwitch(
      "spherescout.api_key_secret_name",
      "What the whole key is called in the answer that creates it.",
      source: "contract spherescout §13", \.sphereScout.keySecretName,
      ["token": "token", "key": "key", "api_key": "api_key"]),
    SandboxSwitch(
      "spherescout.api_key_expiry_name", "What the end of a key's life is called.",
      source: "contract spherescout §13", \.sphereScout.keyExpiryName,
      ["expiry": "expiry", "expires_at": "expires_at"]),
    SandboxSwitch(
      "spherescout.api_key_created_status", "The status of a created key.",
      source: "contract spherescout §13", \.sphereScout.keyCreatedStatus,
      ["201": 201, "200": 200]),
    SandboxSwitch(
      "spherescout.api_key_deleted_status", "The status of a revoked key; 200 comes with a body.",
      source: "contract spherescout §13", \.sphereScout.keyDeletedStatus,
      ["204": 204, "200": 200]),
    SandboxSwitch(
      "spherescout.balance_name", "What the profile calls the remaining credits.",
      source: "contract spherescout §9", \.sphereScout.balanceName,
      [
        "credits": "credits", "credit_balance": "credit_balance",
        "remaining_credits": "remaining_credits", "available_credits": "available_credits",
      ]),
  ]
}
