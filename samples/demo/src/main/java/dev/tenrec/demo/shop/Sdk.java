package dev.tenrec.demo.shop;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What an event was sent with. */
enum Sdk {
  /** posthog-js in the visitor's browser. */
  WEB("web", "1.449.2"),
  /** posthog-node in the shop's own service. */
  NODE("posthog-node", "5.70.0"),
  /** posthog in the service that recommends teas. */
  PYTHON("posthog-python", "7.91.1"),
  /** posthog-server in the warehouse's service. */
  JAVA("posthog-server", "2.3.3");

  private final String library;
  private final String version;

  Sdk(String library, String version) {
    this.library = library;
    this.version = version;
  }

  void describe(ObjectNode properties) {
    properties.put("$lib", library).put("$lib_version", version);
    if (this != WEB) {
      properties.put("$is_server", true).put("$geoip_disable", true);
    }
  }
}
