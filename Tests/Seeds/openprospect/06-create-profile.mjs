const response = await fetch("https://api.openprospect.io/api/v1/search-profile-creations", {
  method: "POST",
  headers: {
    Authorization: `Bearer ${process.env.OPENPROSPECT_API_KEY}`,
    "Content-Type": "application/json",
    "Idempotency-Key": "profile-create-dach-saas-001",
  },
  body: JSON.stringify({
    profile_name: "DACH SaaS buyers",
    ideal_customer_profile: "B2B SaaS companies in DACH with 50-500 employees",
    seller_offering: "Lead generation and enrichment software",
    seller_industry: "Software",
    target_countries: ["DE", "AT", "CH"],
    target_cities: ["Berlin", "Munich", "Vienna"],
    target_industries: ["Software"],
    excluded_industries: ["Consulting"],
    contact_roles: ["Head of Sales", "RevOps Lead"],
    output_language: "en",
  }),
});

if (!response.ok) {
  throw new Error(`Profile creation failed: ${response.status} ${await response.text()}`);
}

console.log((await response.json()).profile_creation_id);
