package dev.tenrec.flags.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.flags.FlagPlan;
import dev.tenrec.stores.batches.StoreUnavailableException;
import dev.tenrec.stores.definitions.Definition;
import dev.tenrec.stores.definitions.Definitions;
import dev.tenrec.stores.groups.GroupStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The compiled flags of each project. A change is seen within a second: small reads at most once a
 * second prove the copy fresh, and only a change compiles again. Where the table cannot be read the
 * copy serves on.
 */
final class ProjectFlags {
  private static final String FLAGS = "feature_flag";
  private static final String COHORTS = "cohort";
  private static final Duration TRUSTED = Duration.ofSeconds(1);

  private final Definitions definitions;
  private final GroupStore groups;
  private final InstantSource clock;
  private final Map<Long, Copy> copies = new ConcurrentHashMap<>();

  ProjectFlags(Definitions definitions, GroupStore groups, InstantSource clock) {
    this.definitions = definitions;
    this.groups = groups;
    this.clock = clock;
  }

  /**
   * The project's flags as of a second ago or later.
   *
   * @throws StoreUnavailableException when they cannot be read and never were
   */
  Compiled of(long project) {
    return copies
        .compute(project, (_, copy) -> isFresh(copy) ? copy : refresh(project, copy))
        .compiled();
  }

  private boolean isFresh(Copy copy) {
    return copy != null && clock.instant().isBefore(copy.trustedUntil());
  }

  private Copy refresh(long project, Copy old) {
    Instant trustedUntil = clock.instant().plus(TRUSTED);
    try {
      // Versions are read before what they count: a change in between is then seen next time.
      Version version =
          new Version(
              definitions.version(project, FLAGS),
              definitions.version(project, COHORTS),
              groups.types(project).names());
      return old != null && old.compiled().version().equals(version)
          ? new Copy(trustedUntil, old.compiled())
          : new Copy(trustedUntil, compile(project, version));
    } catch (SdkException | StoreUnavailableException unreachable) {
      if (old == null) {
        throw new StoreUnavailableException("The project's flags cannot be read", unreachable);
      }
      return new Copy(trustedUntil, old.compiled());
    }
  }

  private Compiled compile(long project, Version version) {
    Map<Integer, String> types = new HashMap<>();
    for (int index = 0; index < version.groupTypes().size(); index++) {
      types.put(index, version.groupTypes().get(index));
    }
    List<ObjectNode> flags = list(project, FLAGS);
    List<ObjectNode> cohorts = list(project, COHORTS);
    return new Compiled(
        version, FlagPlan.compile(flags, cohorts, types), flags, cohorts, Map.copyOf(types));
  }

  private List<ObjectNode> list(long project, String kind) {
    return definitions.list(project, kind).stream().map(ProjectFlags::json).toList();
  }

  private static ObjectNode json(Definition definition) {
    return definition
        .body()
        .deepCopy()
        .put("id", definition.id())
        .put("version", definition.version());
  }

  /**
   * Counts what a project's flags are made of.
   *
   * @param flags changes of flags
   * @param cohorts changes of cohorts
   * @param groupTypes the group types, which only become more
   */
  record Version(long flags, long cohorts, List<String> groupTypes) {
    Version {
      groupTypes = List.copyOf(groupTypes);
    }
  }

  /**
   * A project's flags.
   *
   * @param version what they were made of
   * @param plan what evaluates
   * @param flags every flag, inactive ones too, as stored
   * @param cohorts every cohort, as stored
   * @param groupTypes group type index to name
   */
  record Compiled(
      Version version,
      FlagPlan plan,
      List<ObjectNode> flags,
      List<ObjectNode> cohorts,
      Map<Integer, String> groupTypes) {}

  private record Copy(Instant trustedUntil, Compiled compiled) {}
}
