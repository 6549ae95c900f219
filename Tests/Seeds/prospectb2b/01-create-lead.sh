curl https://login.prospectb2b.com/api/public/v1/leads \
  -X POST \
  -H "Authorization: Bearer pb2b_live_xxxxx_xxxxx" \
  -H "Content-Type: application/json" \
  -H "Idempotency-Key: lead-create-001" \
  -d '{
    "full_name": "Ada Lovelace",
    "email": "[email protected]",
    "company_name": "Analytical Engine Inc."
  }'
