package dev.tenrec.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.stores.projects.ProjectSettings;
import dev.tenrec.workflow.Workflow;
import dev.tenrec.workflow.WorkflowCompiler;
import dev.tenrec.workflow.runs.Delivery;
import dev.tenrec.workflow.runs.Occasion;
import dev.tenrec.workflow.runs.Outcome;
import dev.tenrec.workflow.runs.Run;
import dev.tenrec.workflow.runs.RunKey;
import dev.tenrec.workflow.runs.RunStarter;
import dev.tenrec.workflow.runs.TestingRuns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A workflow with a store, a queue, a timer, a clock and recorded effects, which can be made to
 * crash at any of its calls. Every message comes twice.
 */
final class World {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Project PROJECT =
      new Project(7, "phc_x", START, 1, ProjectSettings.named("Shop"));

  private final int crashAt;
  private int calls;
  private String crashedIn = "";
  private Instant now = START;
  private long ids;
  private boolean deleted;
  private final List<Message> queue = new ArrayList<>();
  private final List<Delivery> effects = new ArrayList<>();
  private final Deque<Outcome> outcomes = new ArrayDeque<>();
  private final Workflow workflow;
  private final TestingRuns runs = new TestingRuns(this::call);

  World(String definition, int crashAt) {
    this.workflow = WorkflowCompiler.compile(json(definition));
    this.crashAt = crashAt;
  }

  /** What effects come to, in order; done afterwards. */
  World answering(Outcome... answers) {
    outcomes.addAll(List.of(answers));
    return this;
  }

  void deleteWorkflow() {
    deleted = true;
  }

  Run run() {
    return runs.newest(7, 1, 1).getFirst();
  }

  List<Delivery> effects() {
    return effects;
  }

  String crashedIn() {
    return crashedIn;
  }

  Instant now() {
    return now;
  }

  /** An event comes, again and again until it is handled, and once more. */
  void event(String properties) {
    for (int times = 0; times < 3; times++) {
      try {
        starter()
            .start(
                PROJECT,
                1,
                1,
                workflow,
                new Occasion(
                    "0199",
                    "purchase",
                    "d1",
                    START.toString(),
                    (com.fasterxml.jackson.databind.node.ObjectNode) json(properties),
                    "p1",
                    JsonNodeFactory.instance.objectNode().put("email", "ada@example.com")));
      } catch (Crash died) {
        // The batch comes again.
      }
    }
  }

  /** Somebody lets the failed run go on. */
  void again() {
    if (starter().again(run(), 1).isEmpty()) {
      throw new AssertionError("Run has changed meanwhile");
    }
  }

  /** Lets time pass, from message to message, with a sweep each minute. */
  void pass(Duration duration) {
    Instant end = now.plus(duration);
    while (now.isBefore(end) && !runs.newest(7, 1, 1).getFirst().ended()) {
      now = next();
      if (now.getEpochSecond() % 60 == 0) {
        attempt(() -> new DueRuns(runs, this::send, () -> now, _ -> {}).wake());
      }
      List<Message> arrived = queue.stream().filter(message -> !message.at().isAfter(now)).toList();
      queue.removeAll(arrived);
      for (Message message : arrived) {
        if (!attempt(() -> awakening().wake(message.run()))) {
          queue.add(new Message(message.run(), now.plusSeconds(30)));
        }
        attempt(() -> awakening().wake(message.run()));
      }
    }
  }

  private Instant next() {
    Instant minute = Instant.ofEpochSecond((now.getEpochSecond() / 60 + 1) * 60);
    return queue.stream()
        .map(message -> message.at().isAfter(now) ? message.at() : now.plusSeconds(1))
        .filter(at -> at.isBefore(minute))
        .min(Comparator.naturalOrder())
        .orElse(minute);
  }

  private boolean attempt(Runnable work) {
    try {
      work.run();
      return true;
    } catch (Crash died) {
      return false;
    }
  }

  private Awakening awakening() {
    CompiledWorkflows compiled =
        new CompiledWorkflows() {
          @Override
          public List<Stored> active(long project) {
            throw new UnsupportedOperationException("Not asked here");
          }

          @Override
          public Optional<Workflow> find(long project, long id, long version) {
            return deleted ? Optional.empty() : Optional.of(workflow);
          }
        };
    return new Awakening(
        runs, compiled, this::deliver, this::send, Duration.ofSeconds(10), () -> now);
  }

  private RunStarter starter() {
    return new RunStarter(
        runs, this::send, () -> new UUID(0x0190_0000_0000_7000L, ++ids), () -> now);
  }

  private Outcome deliver(Delivery delivery) {
    call("before deliver");
    effects.add(delivery);
    call("after deliver");
    return outcomes.isEmpty() ? new Outcome.Done("ok") : outcomes.poll();
  }

  private void send(RunKey run, Duration delay) {
    call("before send");
    queue.add(new Message(run, now.plus(delay)));
    call("after send");
  }

  private void call(String name) {
    if (++calls == crashAt) {
      crashedIn = name;
      throw new Crash();
    }
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private record Message(RunKey run, Instant at) {}

  /** The process dies. */
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }
}
