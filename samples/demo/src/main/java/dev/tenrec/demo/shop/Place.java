package dev.tenrec.demo.shop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.demo.shop.Chance.Weighted;
import java.time.ZoneId;
import java.util.List;

/** Where a visitor is. */
record Place(
    String countryCode,
    String country,
    String continent,
    String city,
    ZoneId zone,
    String language) {
  static final List<Weighted<Place>> ALL =
      List.of(
          choice(14, "DE", "Germany", "Europe", "Berlin", "Europe/Berlin", "de-DE"),
          choice(7, "DE", "Germany", "Europe", "Munich", "Europe/Berlin", "de-DE"),
          choice(5, "DE", "Germany", "Europe", "Hamburg", "Europe/Berlin", "de-DE"),
          choice(8, "AT", "Austria", "Europe", "Vienna", "Europe/Vienna", "de-AT"),
          choice(3, "AT", "Austria", "Europe", "Graz", "Europe/Vienna", "de-AT"),
          choice(4, "CH", "Switzerland", "Europe", "Zurich", "Europe/Zurich", "de-CH"),
          choice(10, "GB", "United Kingdom", "Europe", "London", "Europe/London", "en-GB"),
          choice(4, "GB", "United Kingdom", "Europe", "Manchester", "Europe/London", "en-GB"),
          choice(8, "FR", "France", "Europe", "Paris", "Europe/Paris", "fr-FR"),
          choice(3, "FR", "France", "Europe", "Lyon", "Europe/Paris", "fr-FR"),
          choice(5, "NL", "Netherlands", "Europe", "Amsterdam", "Europe/Amsterdam", "nl-NL"),
          choice(4, "ES", "Spain", "Europe", "Madrid", "Europe/Madrid", "es-ES"),
          choice(4, "IT", "Italy", "Europe", "Milan", "Europe/Rome", "it-IT"),
          choice(3, "PL", "Poland", "Europe", "Warsaw", "Europe/Warsaw", "pl-PL"),
          choice(
              7, "US", "United States", "North America", "New York", "America/New_York", "en-US"),
          choice(
              5,
              "US",
              "United States",
              "North America",
              "San Francisco",
              "America/Los_Angeles",
              "en-US"),
          choice(2, "CA", "Canada", "North America", "Toronto", "America/Toronto", "en-CA"),
          choice(2, "BR", "Brazil", "South America", "São Paulo", "America/Sao_Paulo", "pt-BR"),
          choice(2, "JP", "Japan", "Asia", "Tokyo", "Asia/Tokyo", "ja-JP"),
          choice(2, "IN", "India", "Asia", "Bengaluru", "Asia/Kolkata", "en-IN"),
          choice(1, "AU", "Australia", "Oceania", "Sydney", "Australia/Sydney", "en-AU"));

  void describe(ObjectNode properties) {
    properties
        .put("$geoip_country_code", countryCode)
        .put("$geoip_country_name", country)
        .put("$geoip_continent_name", continent)
        .put("$geoip_city_name", city)
        .put("$geoip_time_zone", zone.getId())
        .put("$geoip_disable", true)
        .put("$timezone", zone.getId())
        .put("$browser_language", language)
        .put("$browser_language_prefix", language.substring(0, 2));
  }

  /** What the server would add to a person by their address. */
  void describePerson(ObjectNode set) {
    set.put("$geoip_country_code", countryCode)
        .put("$geoip_country_name", country)
        .put("$geoip_city_name", city);
  }

  private static Weighted<Place> choice(
      double weight,
      String countryCode,
      String country,
      String continent,
      String city,
      String zone,
      String language) {
    return new Weighted<>(
        weight, new Place(countryCode, country, continent, city, ZoneId.of(zone), language));
  }
}
