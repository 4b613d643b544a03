package dev.tenrec.workflows.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/**
 * Where a request goes: checked, and fixed to the very address that was checked.
 *
 * @param uri what is asked for
 * @param host the host's name, without brackets
 * @param address its address
 */
record Destination(URI uri, String host, InetAddress address) {
  static Destination of(String url, AddressRule rule, NameResolver resolver) throws IOException {
    URI uri = uri(url);
    String host = uri.getHost().replaceAll("^\\[|]$", "");
    List<InetAddress> addresses;
    try {
      addresses = resolver.resolve(host);
    } catch (UnknownHostException unknown) {
      throw new UnknownHostException("The host " + host + " is not known");
    }
    // One bad address is enough: a name may mean another one next time.
    for (InetAddress address : addresses) {
      if (!rule.permits(address)) {
        throw new RefusedAddressException(
            "The host "
                + host
                + " has the address "
                + address.getHostAddress()
                + ", which is not public: call a public one");
      }
    }
    if (addresses.isEmpty()) {
      throw new UnknownHostException("The host " + host + " has no address");
    }
    return new Destination(uri, host, addresses.getFirst());
  }

  private static URI uri(String url) throws RefusedAddressException {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException broken) {
      throw new RefusedAddressException("\"" + url + "\" is no address: " + broken.getMessage());
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!(scheme.equals("http") || scheme.equals("https"))
        || uri.getHost() == null
        || uri.getUserInfo() != null) {
      throw new RefusedAddressException(
          "\"" + url + "\" cannot be called: write http:// or https:// and a host, without user");
    }
    return uri;
  }

  boolean secure() {
    return uri.getScheme().equalsIgnoreCase("https");
  }

  int port() {
    return uri.getPort() > 0 ? uri.getPort() : secure() ? 443 : 80;
  }

  String target() {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  String hostHeader() {
    return uri.getPort() > 0 ? uri.getHost() + ":" + uri.getPort() : uri.getHost();
  }
}
