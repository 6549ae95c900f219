curl -sS "https://api.openprospect.io/api/v1/prospect-searches?limit=10" \
  -H "Authorization: Bearer ${OPENPROSPECT_API_KEY}"
