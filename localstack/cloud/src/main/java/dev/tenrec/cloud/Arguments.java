package dev.tenrec.cloud;

import dev.tenrec.cloud.functions.FunctionsSettings.Isolation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the command line. */
final class Arguments {
  static final String USAGE =
      """
      Usage: dev.tenrec.cloud.Main --assembly DIR [options]
        --assembly DIR          the synthesized CDK app (cdk.out)
        --data DIR              where everything is kept (.tenrec/local)
        --port N                port of the front (8010; 0 for any)
        --parameter NAME=VALUE  a template parameter, also STACK:NAME=VALUE; may be repeated
        --site DIR=PORT         serve a directory of files; may be repeated
        --workers N             the most processes of one function (2 to 4, by the number of CPUs)
        --in-process            run functions inside this process, for debuggers
        --lazy                  start functions only when they are called
        --no-learning           make no ahead-of-time caches
      """;

  private static final int DEFAULT_PORT = 8010;

  private Arguments() {}

  static LocalCloudSettings parse(List<String> arguments) {
    Map<String, String> single = new HashMap<>();
    Map<String, String> parameters = new HashMap<>();
    List<LocalCloudSettings.Site> sites = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String option = arguments.get(i);
      switch (option) {
        case "--in-process", "--lazy", "--no-learning" -> single.put(option, "");
        case "--assembly", "--data", "--port", "--workers", "--parameter", "--site" -> {
          i++;
          if (i == arguments.size()) {
            throw new IllegalArgumentException(option + " needs a value");
          }
          String value = arguments.get(i);
          switch (option) {
            case "--parameter" -> {
              String[] parts = parts(option, value);
              parameters.put(parts[0], parts[1]);
            }
            case "--site" -> {
              String[] parts = parts(option, value);
              sites.add(new LocalCloudSettings.Site(Path.of(parts[0]), number(option, parts[1])));
            }
            default -> single.put(option, value);
          }
        }
        default -> throw new IllegalArgumentException("There is no option " + option);
      }
    }
    if (!single.containsKey("--assembly")) {
      throw new IllegalArgumentException("--assembly is missing: give the directory cdk.out");
    }
    int cpus = Runtime.getRuntime().availableProcessors();
    return new LocalCloudSettings(
        Path.of(single.get("--assembly")),
        Path.of(single.getOrDefault("--data", ".tenrec/local")),
        number("--port", single.getOrDefault("--port", "" + DEFAULT_PORT)),
        parameters,
        sites,
        single.containsKey("--in-process") ? Isolation.CLASS_LOADER : Isolation.PROCESS,
        number("--workers", single.getOrDefault("--workers", "" + Math.clamp(cpus, 2, 4))),
        !single.containsKey("--lazy"),
        !single.containsKey("--no-learning"));
  }

  private static String[] parts(String option, String value) {
    int equals = value.lastIndexOf('=');
    if (option.equals("--parameter")) {
      equals = value.indexOf('=');
    }
    if (equals < 1) {
      throw new IllegalArgumentException(option + " is " + value + ": write NAME=VALUE");
    }
    return new String[] {value.substring(0, equals), value.substring(equals + 1)};
  }

  private static int number(String option, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " is " + value + ": give a number", e);
    }
  }
}
