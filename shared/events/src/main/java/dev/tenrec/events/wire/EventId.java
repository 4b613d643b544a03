package dev.tenrec.events.wire;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** UUIDs as SDKs write them: with or without hyphens, in braces, as a URN, in any case. */
final class EventId {
  private static final Pattern FORM =
      Pattern.compile(
          "(?i)(?:urn:uuid:)?(\\{)?([0-9a-f]{8})(-?)([0-9a-f]{4})\\3([0-9a-f]{4})\\3([0-9a-f]{4})\\3"
              + "([0-9a-f]{12})(\\})?");

  private EventId() {}

  static Optional<UUID> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || (form.group(1) == null) != (form.group(8) == null)) {
      return Optional.empty();
    }
    long high = Long.parseUnsignedLong(form.group(2) + form.group(4) + form.group(5), 16);
    long low = Long.parseUnsignedLong(form.group(6) + form.group(7), 16);
    return Optional.of(new UUID(high, low));
  }
}
