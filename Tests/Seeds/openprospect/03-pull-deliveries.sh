curl -sS \
  "https://api.openprospect.io/api/v1/deliveries/${PROSPECT_SEARCH_ID}/companies?limit=100" \
  -H "Authorization: Bearer ${OPENPROSPECT_API_KEY}"
