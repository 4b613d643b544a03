package dev.tenrec.demo.shop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.demo.shop.Chance.Weighted;
import java.util.List;

/** What a visitor browses with. */
record Device(
    String type,
    String os,
    String osVersion,
    String browser,
    int browserVersion,
    int width,
    int height,
    String userAgent) {
  private static final String WEBKIT = " AppleWebKit/537.36 (KHTML, like Gecko) ";
  private static final String IPHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
          + " Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
  private static final String WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)";
  private static final String MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)";

  static final List<Weighted<Device>> DESKTOPS =
      List.of(
          choice(30, "Desktop", "Windows", "11", "Chrome", 141, 1920, 1080, chrome(WINDOWS, 141)),
          choice(6, "Desktop", "Windows", "10", "Chrome", 139, 1366, 768, chrome(WINDOWS, 139)),
          choice(
              9,
              "Desktop",
              "Windows",
              "11",
              "Microsoft Edge",
              141,
              1920,
              1080,
              chrome(WINDOWS, 141) + " Edg/141.0.0.0"),
          choice(
              7,
              "Desktop",
              "Windows",
              "10",
              "Firefox",
              143,
              1536,
              864,
              "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0"),
          choice(16, "Desktop", "Mac OS X", "10.15.7", "Chrome", 141, 1728, 1117, chrome(MAC, 141)),
          choice(
              13,
              "Desktop",
              "Mac OS X",
              "10.15.7",
              "Safari",
              18,
              1512,
              982,
              MAC + " AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15"),
          choice(
              4,
              "Desktop",
              "Linux",
              "",
              "Firefox",
              143,
              2560,
              1440,
              "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0"));

  static final List<Weighted<Device>> PHONES =
      List.of(
          choice(40, "Mobile", "iOS", "18.5.0", "Mobile Safari", 18, 393, 852, IPHONE),
          choice(
              6,
              "Mobile",
              "iOS",
              "18.5.0",
              "Chrome iOS",
              141,
              430,
              932,
              IPHONE.replace("Version/18.5", "CriOS/141.0.0.0")),
          choice(
              34,
              "Mobile",
              "Android",
              "15",
              "Chrome",
              141,
              412,
              915,
              chrome("Mozilla/5.0 (Linux; Android 15; K)", 141).replace("Safari", "Mobile Safari")),
          choice(
              7,
              "Mobile",
              "Android",
              "14",
              "Samsung Internet",
              28,
              384,
              854,
              "Mozilla/5.0 (Linux; Android 14; K)"
                  + WEBKIT
                  + "SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36"),
          choice(
              6,
              "Tablet",
              "iOS",
              "18.5.0",
              "Mobile Safari",
              18,
              820,
              1180,
              IPHONE.replace("iPhone; CPU iPhone OS", "iPad; CPU OS")));

  static Device any(Chance chance) {
    return chance.happens(0.56) ? chance.pick(DESKTOPS) : chance.pick(PHONES);
  }

  boolean isDesktop() {
    return type.equals("Desktop");
  }

  void describe(ObjectNode properties) {
    properties
        .put("$os", os)
        .put("$browser", browser)
        .put("$browser_version", browserVersion)
        .put("$device_type", type)
        .put("$raw_user_agent", userAgent)
        .put("$screen_width", width)
        .put("$screen_height", height)
        .put("$viewport_width", isDesktop() ? width - 16 : width)
        .put("$viewport_height", height - (isDesktop() ? 130 : 190));
    if (!osVersion.isEmpty()) {
      properties.put("$os_version", osVersion);
    }
    if (!isDesktop()) {
      String device = os.equals("Android") ? "Android" : "iPhone";
      properties.put("$device", type.equals("Tablet") ? "iPad" : device);
    }
  }

  private static String chrome(String platform, int version) {
    return platform + WEBKIT + "Chrome/" + version + ".0.0.0 Safari/537.36";
  }

  private static Weighted<Device> choice(
      double weight,
      String type,
      String os,
      String osVersion,
      String browser,
      int browserVersion,
      int width,
      int height,
      String userAgent) {
    return new Weighted<>(
        weight, new Device(type, os, osVersion, browser, browserVersion, width, height, userAgent));
  }
}
