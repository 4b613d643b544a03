package dev.tenrec.flags;

import java.util.Optional;

/**
 * What a flag evaluated to for one subject.
 *
 * @param flag the flag's key
 * @param id the flag's id
 * @param version the definition's version
 * @param enabled whether it is on
 * @param variant which variant, empty for a plain boolean
 * @param payload the JSON text that goes with the answer
 * @param reason why
 */
public record FlagAnswer(
    String flag,
    long id,
    long version,
    boolean enabled,
    Optional<String> variant,
    Optional<String> payload,
    Reason reason) {}
