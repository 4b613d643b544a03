package dev.tenrec.demo.shop;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/** One event as an SDK would send it. */
public record DemoEvent(
    UUID uuid, String name, String distinctId, Instant timestamp, ObjectNode properties) {
  public DemoEvent {
    requireNonNull(uuid, "uuid is null");
    requireNonNull(name, "name is null");
    requireNonNull(distinctId, "distinctId is null");
    requireNonNull(timestamp, "timestamp is null");
    requireNonNull(properties, "properties is null");
  }
}
