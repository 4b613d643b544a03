package dev.tenrec.cloud.resources;

import static java.util.Objects.requireNonNull;

import dev.tenrec.cloud.aws.Protocol;
import dev.tenrec.cloud.progress.Progress;
import dev.tenrec.cloud.template.Resource;
import dev.tenrec.cloud.template.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes the resources that hold data. Guarantees: what is there stays, with its data; what has
 * changed and can be changed is; what has no effect here is named.
 */
public final class Provisioner {
  private final Services services;
  private final Templates templates;
  private final Progress progress;

  public Provisioner(Services services, Templates templates, Progress progress) {
    this.services = requireNonNull(services, "services is null");
    this.templates = requireNonNull(templates, "templates is null");
    this.progress = requireNonNull(progress, "progress is null");
  }

  /** Which service a resource needs to be there. */
  public static List<Protocol> needed(Templates templates) {
    return templates.resources().stream()
        .flatMap(resource -> ResourceTypes.service(resource.type()).stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** Makes everything and returns when it can be used. */
  public void run() {
    Map<String, Integer> counts = new TreeMap<>();
    List<Future<?>> work = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Resource resource : ordered()) {
        ResourceTypes.service(resource.type())
            .ifPresent(protocol -> counts.merge(ResourceTypes.plural(protocol), 1, Integer::sum));
      }
      for (Protocol protocol : needed(templates)) {
        work.add(executor.submit(() -> make(protocol)));
      }
      for (Future<?> each : work) {
        each.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while resources were made", e);
    }
    if (!counts.isEmpty()) {
      List<String> made = new ArrayList<>();
      counts.forEach((what, count) -> made.add(count + " " + what));
      progress.step("in place: " + String.join(", ", made));
    }
    nameTheRest();
  }

  private void make(Protocol protocol) {
    for (Resource resource : ordered()) {
      if (ResourceTypes.service(resource.type()).filter(protocol::equals).isPresent()) {
        make(protocol, resource);
      }
    }
  }

  private void make(Protocol protocol, Resource resource) {
    Making making =
        new Making(
            services.get(protocol),
            LocalAttributes.name(resource, templates),
            templates.properties(resource),
            line -> progress.notice(resource + ": " + line));
    switch (protocol) {
      case KINESIS -> new StreamMaker(making).make();
      case S3 -> new BucketMaker(making).make();
      case DYNAMODB -> new TableMaker(making).make();
      case SQS -> new QueueMaker(making).make();
      case GLUE -> new CatalogMaker(making).make();
    }
  }

  // Queues that take what others could not deliver come before those others.
  private List<Resource> ordered() {
    List<Resource> ordered = new ArrayList<>(templates.resources());
    ordered.sort(
        java.util.Comparator.comparing(resource -> resource.properties().has("RedrivePolicy")));
    return ordered;
  }

  private void nameTheRest() {
    Map<String, Integer> unknown = new TreeMap<>();
    int inert = 0;
    for (Resource resource : templates.resources()) {
      if (ResourceTypes.inert(resource.type())) {
        inert++;
      } else if (!ResourceTypes.live(resource.type())) {
        unknown.merge(resource.type(), 1, Integer::sum);
      }
    }
    if (inert > 0) {
      progress.step(
          inert + " resources only name things here (roles, permissions, logs, alarms ...)");
    }
    unknown.forEach(
        (type, count) ->
            progress.notice(type + " (" + count + ") is not known to the local cloud; no effect"));
  }
}
