package dev.tenrec.workflows.outbound;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which addresses may be called: public ones, and those that are allowed by name.
 *
 * @param allowed addresses that may be called though they are not public
 */
public record AddressRule(Set<InetAddress> allowed) {
  // IANA's special-purpose registries, multicast and what is reserved.
  private static final List<Block> NOT_PUBLIC_4 =
      blocks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/3");
  // Only 2000::/3 is public, without documentation, benchmarks and tunnels into IPv4.
  private static final Block GLOBAL_6 = Block.parse("2000::/3");
  private static final List<Block> NOT_PUBLIC_6 =
      blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  public AddressRule {
    allowed = Set.copyOf(allowed);
  }

  /** The rule that also allows the addresses of a list with commas; an empty list allows none. */
  public static AddressRule of(String list) {
    return new AddressRule(
        Arrays.stream(list.split(",", -1))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(AddressRule::literal)
            .collect(Collectors.toSet()));
  }

  /** Whether an address may be called. */
  public boolean permits(InetAddress address) {
    return allowed.contains(address) || isPublic(address);
  }

  // An IPv4 address inside IPv6 (::ffff:10.0.0.1) is an Inet4Address already.
  static boolean isPublic(InetAddress address) {
    if (address instanceof Inet4Address) {
      return NOT_PUBLIC_4.stream().noneMatch(block -> block.contains(address));
    }
    return GLOBAL_6.contains(address)
        && NOT_PUBLIC_6.stream().noneMatch(block -> block.contains(address));
  }

  private static List<Block> blocks(String... texts) {
    return Arrays.stream(texts).map(Block::parse).toList();
  }

  private static InetAddress literal(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException other) {
      throw new IllegalArgumentException(
          "OUTBOUND_ALLOWED has \"" + text + "\": write addresses such as 127.0.0.1", other);
    }
  }

  /** Addresses that begin with the same bits. */
  private record Block(BigInteger first, int length, int bits) {
    static Block parse(String text) {
      String[] parts = text.split("/", -1);
      try {
        byte[] bytes = InetAddress.getByName(parts[0]).getAddress();
        return new Block(new BigInteger(1, bytes), bytes.length * 8, Integer.parseInt(parts[1]));
      } catch (UnknownHostException impossible) {
        throw new IllegalArgumentException(text + " is no block of addresses", impossible);
      }
    }

    boolean contains(InetAddress address) {
      byte[] bytes = address.getAddress();
      return bytes.length * 8 == length
          && new BigInteger(1, bytes).xor(first).shiftRight(length - bits).signum() == 0;
    }
  }
}
