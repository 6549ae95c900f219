while (true) {
  const response = await fetch(
    `https://api.openprospect.io/api/v1/search-profile-creations/${process.env.OPENPROSPECT_PROFILE_CREATION_ID}`,
    { headers: { Authorization: `Bearer ${process.env.OPENPROSPECT_API_KEY}` } },
  );

  if (!response.ok) {
    throw new Error(`Profile status failed: ${response.status} ${await response.text()}`);
  }

  const data = await response.json();
  if (["SUCCEEDED", "FAILED"].includes(data.status)) {
    console.log(data);
    break;
  }

  await new Promise((resolve) => setTimeout(resolve, 2000));
}
