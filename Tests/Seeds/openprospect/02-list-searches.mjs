const url = new URL("https://api.openprospect.io/api/v1/prospect-searches");
url.searchParams.set("limit", "10");

const response = await fetch(url, {
  headers: { Authorization: `Bearer ${process.env.OPENPROSPECT_API_KEY}` },
});

if (!response.ok) {
  throw new Error(`Prospect search list failed: ${response.status}`);
}

console.log((await response.json()).items);
