import HTTPTypes

extension OpenProspect {
  static let endpoints: [Endpoint<OpenProspect>] =
    searchEndpoints + orderEndpoints + companyEndpoints + blacklistEndpoints

  /// Outside `prefix`. It is sent a key; whether a scope is needed is unknown [contract openprospect
  /// §3].
  static let health = Endpoint<OpenProspect>("health", .get, "/health", health)

  /// Operations that the current documents do not name [contract openprospect §3].
  static let legacy: Set = [
    "searches.get", "searches.update", "deliveries.add_destination", "health",
  ]

  private static let searchEndpoints: [Endpoint<OpenProspect>] = [
    Endpoint("auth.validate", .get, "/auth/validate", validate),
    Endpoint(
      "searches.list", .get, "/prospect-searches", scopes: ["prospect_searches:read"],
      listSearches),
    Endpoint(
      "searches.get", .get, "/prospect-searches/:prospect_search_id",
      scopes: ["prospect_searches:read"], getSearch),
    Endpoint(
      "searches.update", .patch, "/prospect-searches/:prospect_search_id",
      scopes: ["prospect_searches:write"], updateSearch),
    Endpoint(
      "searches.blacklists", .get, "/prospect-searches/:prospect_search_id/blacklists",
      scopes: ["blacklists:read"], listAttachedBlacklists),
    Endpoint(
      "searches.set_blacklists", .put, "/prospect-searches/:prospect_search_id/blacklists",
      scopes: ["blacklists:write"], attachBlacklists),
    Endpoint(
      "deliveries.companies", .get, "/deliveries/:prospect_search_id/companies",
      scopes: ["companies:read", "prospects:read"], listDeliveries),
    Endpoint(
      "deliveries.add_destination", .post, "/deliveries/:prospect_search_id/destinations",
      addDestination),
  ]

  private static let orderEndpoints: [Endpoint<OpenProspect>] = [
    Endpoint(
      "profiles.create", .post, "/search-profile-creations", scopes: ["orders:write"],
      createProfile),
    Endpoint(
      "profiles.get", .get, "/search-profile-creations/:profile_creation_id",
      scopes: ["orders:read"], getProfile),
    Endpoint("orders.create", .post, "/orders", scopes: ["orders:write"], createOrder),
    Endpoint("orders.list", .get, "/orders", scopes: ["orders:read"], listOrders),
    Endpoint("orders.get", .get, "/orders/:order_id", scopes: ["orders:read"], getOrder),
    Endpoint(
      "orders.results", .get, "/orders/:order_id/results", scopes: ["orders:read"], listResults),
  ]

  private static let companyEndpoints: [Endpoint<OpenProspect>] = [
    Endpoint("companies.list", .get, "/companies", scopes: ["companies:read"], listCompanies),
    Endpoint(
      "companies.get", .get, "/companies/:company_id", scopes: ["companies:read"], getCompany),
    Endpoint(
      "companies.jobs", .get, "/companies/:company_id/jobs", scopes: ["companies:read"], listJobs),
    Endpoint(
      "companies.jobs_summary", .get, "/companies/:company_id/jobs/summary",
      scopes: ["companies:read"], sumUpJobs),
    Endpoint(
      "companies.webtech", .get, "/companies/:company_id/webtech-intel",
      scopes: ["companies:read"], listTechnologies),
    Endpoint(
      "companies.webtech_summary", .get, "/companies/:company_id/webtech-intel/summary",
      scopes: ["companies:read"], sumUpTechnologies),
    Endpoint("prospects.list", .get, "/prospects", scopes: ["prospects:read"], listProspects),
    Endpoint(
      "prospects.get", .get, "/prospects/:prospect_id", scopes: ["prospects:read"], getProspect),
  ]

  private static let blacklistEndpoints: [Endpoint<OpenProspect>] = [
    Endpoint("blacklists.list", .get, "/blacklists", scopes: ["blacklists:read"], listBlacklists),
    Endpoint(
      "blacklists.create", .post, "/blacklists", scopes: ["blacklists:write"], createBlacklist),
    Endpoint(
      "blacklists.get", .get, "/blacklists/:blacklist_id", scopes: ["blacklists:read"],
      getBlacklist),
    Endpoint(
      "blacklists.update", .patch, "/blacklists/:blacklist_id", scopes: ["blacklists:write"],
      updateBlacklist),
    Endpoint(
      "blacklists.delete", .delete, "/blacklists/:blacklist_id", scopes: ["blacklists:write"],
      deleteBlacklist),
    Endpoint(
      "blacklists.entries", .get, "/blacklists/:blacklist_id/entries", scopes: ["blacklists:read"],
      listEntries),
    Endpoint(
      "blacklists.add_entries", .post, "/blacklists/:blacklist_id/entries",
      scopes: ["blacklists:write"], addEntries),
    Endpoint(
      "blacklists.remove_entries", .delete, "/blacklists/:blacklist_id/entries",
      scopes: ["blacklists:write"], removeEntries),
  ]
}
