package dev.tenrec.lake;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An event property with a column of its own in the events table.
 *
 * <p>Only text values are promoted, and then they are no longer in the {@code properties} JSON; a
 * number, a boolean, a list, an object or null stays in the JSON. Readers therefore use the column
 * and, where it is null, the JSON.
 *
 * @param property the property's name, such as {@code $browser}
 * @param column the column's name, such as {@code browser}
 */
public record PromotedProperty(String property, String column) {
  private static final List<PromotedProperty> ALL =
      List.of(
          of("$session_id"),
          of("$group_0"),
          of("$group_1"),
          of("$group_2"),
          of("$group_3"),
          of("$group_4"),
          of("$current_url"),
          of("$pathname"),
          of("$host"),
          of("$referrer"),
          of("$referring_domain"),
          of("$browser"),
          of("$browser_version"),
          of("$os"),
          of("$os_version"),
          of("$device_type"),
          of("$device"),
          of("$device_id"),
          of("$lib"),
          of("$lib_version"),
          of("$event_type"),
          of("$el_text"),
          of("$browser_language"),
          of("$timezone"),
          of("$ip"),
          of("utm_source"),
          of("utm_medium"),
          of("utm_campaign"),
          of("utm_content"),
          of("utm_term"),
          of("gclid"),
          of("fbclid"),
          of("msclkid"),
          of("$geoip_country_code"),
          of("$geoip_country_name"),
          of("$geoip_city_name"),
          of("$geoip_continent_name"),
          of("$geoip_subdivision_1_name"),
          of("$feature_flag"),
          of("$feature_flag_response"),
          of("$exception_type"),
          of("$screen_name"),
          of("title"));

  private static final Map<String, PromotedProperty> BY_PROPERTY =
      ALL.stream().collect(toUnmodifiableMap(PromotedProperty::property, Function.identity()));

  private static PromotedProperty of(String property) {
    return new PromotedProperty(
        property, property.startsWith("$") ? property.substring(1) : property);
  }

  /** Every promoted property, in the order of the columns. */
  public static List<PromotedProperty> all() {
    return ALL;
  }

  /** The promoted property of this name, if it is one. */
  public static Optional<PromotedProperty> named(String property) {
    return Optional.ofNullable(BY_PROPERTY.get(property));
  }
}
