package dev.tenrec.cloud.resources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.cloud.aws.AwsService;
import java.util.function.Consumer;

/**
 * What it takes to make a resource.
 *
 * @param service where
 * @param name what it is called
 * @param properties the template's, resolved
 * @param notices told in a line what has no effect
 */
record Making(AwsService service, String name, JsonNode properties, Consumer<String> notices) {}
