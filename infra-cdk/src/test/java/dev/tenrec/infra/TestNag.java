package dev.tenrec.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.infra.settings.Settings;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Aspects;

class TestNag {
  private static final Pattern FINDING =
      Pattern.compile("\"([^\"]+)\",\"([^\"]+)\",\"([^\"]+)\",.*");

  @Test
  void theFindingsAreExactlyTheAcceptedOnes() throws IOException {
    Synthesis synthesis =
        Synthesis.run(
            Settings.DEFAULTS.alarming("owner@example.com"),
            // Findings are read from the reports; as part of validation they would stop the synth.
            Map.of("@aws-cdk/core:annotationsInValidationReport", false),
            app -> Aspects.of(app).add(AwsSolutionsChecks.Builder.create().build()));
    Set<String> findings = new TreeSet<>();
    try (Stream<Path> files = Files.list(synthesis.directory())) {
      List<Path> reports =
          files.filter(file -> file.toString().endsWith("-NagReport.csv")).toList();
      assertThat(reports).hasSize(2);
      reports.forEach(report -> findings.addAll(findings(report)));
    }
    assertThat(findings).isEqualTo(accepted());
  }

  // Each line is a finding, a colon, and why it is accepted.
  private static Set<String> accepted() {
    Set<String> accepted = new TreeSet<>();
    for (String line : Lines.of("accepted-findings.txt")) {
      int colon = line.indexOf(": ");
      assertThat(line.substring(colon + 2)).as(line).hasSizeGreaterThan(20);
      accepted.add(line.substring(0, colon));
    }
    return accepted;
  }

  private static Set<String> findings(Path report) {
    Set<String> findings = new TreeSet<>();
    int compliant = 0;
    try {
      for (String line : Files.readAllLines(report)) {
        Matcher finding = FINDING.matcher(line);
        if (finding.matches() && finding.group(3).equals("Compliant")) {
          compliant++;
        } else if (finding.matches()) {
          findings.add(finding.group(1) + " " + finding.group(2));
        }
      }
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
    assertThat(compliant).as("checks that passed in " + report).isPositive();
    return findings;
  }
}
