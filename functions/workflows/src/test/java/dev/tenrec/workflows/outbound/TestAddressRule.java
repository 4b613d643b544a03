package dev.tenrec.workflows.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestAddressRule {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.9.1",
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "169.254.170.2",
        "192.0.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "198.19.255.255",
        "203.0.113.9",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::ffff:7f00:1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "fd00:ec2::254",
        "fc00::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "2001:db8::1",
        "2001::1",
        "2002:7f00:1::",
        "100::1"
      })
  void addressesThatAreNotPublicAreRefused(String address) throws UnknownHostException {
    assertThat(AddressRule.of("").permits(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "172.32.0.1",
        "100.128.0.1",
        "192.169.0.1",
        "2606:4700:4700::1111",
        "2a00:1450::1"
      })
  void publicAddressesMayBeCalled(String address) throws UnknownHostException {
    assertThat(AddressRule.of("").permits(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void anAllowanceNamesOneAddress() throws UnknownHostException {
    AddressRule rule = AddressRule.of("127.0.0.1, ::1");
    assertThat(rule.permits(InetAddress.getByName("127.0.0.1"))).isTrue();
    assertThat(rule.permits(InetAddress.getByName("::ffff:127.0.0.1"))).isTrue();
    assertThat(rule.permits(InetAddress.getByName("::1"))).isTrue();
    assertThat(rule.permits(InetAddress.getByName("127.0.0.2"))).isFalse();
  }
}
