curl https://login.prospectb2b.com/api/public/v1/me \
  -H "Authorization: Bearer pb2b_live_xxxxx_xxxxx"
