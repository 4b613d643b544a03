package dev.tenrec.flags.property;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongPredicate;

/**
 * What filters are matched against.
 *
 * @param person the person's properties
 * @param group the properties of the person's group of that type index, empty where there is none
 * @param cohort whether the person belongs to the cohort of that id
 * @param flag what the flag of that key evaluates to: true, false or a variant's key as text
 * @param now the moment relative dates count from
 */
public record Facts(
    Map<String, JsonNode> person,
    IntFunction<Map<String, JsonNode>> group,
    LongPredicate cohort,
    Function<String, JsonNode> flag,
    Instant now) {}
