package dev.tenrec.cloud.functions;

import dev.tenrec.cloud.runtime.Main;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the process of a function is started. */
final class ProcessCommand {
  private ProcessCommand() {}

  static ProcessBuilder of(
      FunctionDefinition function,
      FunctionCode code,
      RuntimeJars runtime,
      Map<String, String> environment,
      Path temporary,
      Optional<String> aotOption,
      List<String> arguments) {
    List<Path> jars = new ArrayList<>(runtime.jars());
    jars.addAll(code.classPath());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    // What Lambda leaves to the heap of a Java function.
    command.add("-Xmx" + Math.max(48, function.memoryMegabytes() * 83 / 100) + "m");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Djava.io.tmpdir=" + temporary);
    // Functions log to standard output; that they bring no logging library needs no three lines.
    command.add("-Dslf4j.internal.verbosity=ERROR");
    aotOption.ifPresent(command::add);
    command.add("-cp");
    command.add(jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add(Main.class.getName());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("LAMBDA_TASK_ROOT", code.taskRoot().toString());
    builder.environment().put("TMPDIR", temporary.toString());
    builder.directory(code.taskRoot().toFile());
    builder.redirectErrorStream(true);
    return builder;
  }
}
