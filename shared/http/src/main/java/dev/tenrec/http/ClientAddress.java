package dev.tenrec.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out where a request comes from: the first public address that it is said to have come
 * through, else what CloudFront saw, else what the platform saw.
 *
 * <p>A function URL is given the first entry of {@code X-Forwarded-For} alone: the viewer that
 * CloudFront saw, or what the viewer had already claimed. An HTTP API is given all entries, the
 * address of CloudFront's server at the end. In both the first one is the visitor's, also where an
 * owner has a proxy of their own in front, which names the visitor there. So it is a claim; whoever
 * sends an event may claim an address anyway, as {@code $ip}.
 */
final class ClientAddress {
  private ClientAddress() {}

  static String of(Map<String, String> headers, String sourceIp) {
    return Stream.of(headers.getOrDefault("x-forwarded-for", "").split(","))
        .map(ClientAddress::withoutPort)
        .filter(ClientAddress::isPublic)
        .findFirst()
        .or(() -> viewer(headers))
        .orElse(sourceIp);
  }

  // Address and port, also of an IPv6 address, which stands there without brackets.
  private static Optional<String> viewer(Map<String, String> headers) {
    String address = headers.getOrDefault("cloudfront-viewer-address", "");
    int port = address.lastIndexOf(':');
    return port < 0
        ? Optional.empty()
        : Optional.of(withoutBrackets(address.substring(0, port)))
            .filter(it -> parsed(it).isPresent());
  }

  // Some proxies add the port: 203.0.113.9:4711 or [2001:db8::1]:4711.
  private static String withoutPort(String entry) {
    String address = entry.strip();
    int port = address.lastIndexOf(':');
    boolean hasPort = port > 0 && (address.charAt(port - 1) == ']' || address.indexOf(':') == port);
    return withoutBrackets(hasPort ? address.substring(0, port) : address);
  }

  private static String withoutBrackets(String address) {
    return address.startsWith("[") && address.endsWith("]")
        ? address.substring(1, address.length() - 1)
        : address;
  }

  private static boolean isPublic(String address) {
    return parsed(address)
        .filter(
            it ->
                !it.isLoopbackAddress()
                    && !it.isSiteLocalAddress()
                    && !it.isLinkLocalAddress()
                    && !it.isAnyLocalAddress()
                    && !isSharedOrUnique(it))
        .isPresent();
  }

  // 100.64.0.0/10, behind which a provider puts many, and fc00::/7.
  private static boolean isSharedOrUnique(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address
        ? bytes[0] == 100 && (bytes[1] & 0xc0) == 0x40
        : (bytes[0] & 0xfe) == 0xfc;
  }

  private static Optional<InetAddress> parsed(String address) {
    boolean complete =
        address.indexOf(':') >= 0 || address.chars().filter(it -> it == '.').count() == 3;
    if (!complete || address.indexOf('%') >= 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(address));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
