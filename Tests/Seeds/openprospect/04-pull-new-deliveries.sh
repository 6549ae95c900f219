curl -sS \
  "https://api.openprospect.io/api/v1/deliveries/${PROSPECT_SEARCH_ID}/companies?delivered_since=2026-02-25T12:00:00Z&limit=100" \
  -H "Authorization: Bearer ${OPENPROSPECT_API_KEY}"
