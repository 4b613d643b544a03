package dev.tenrec.errors.symbols;

import dev.tenrec.errors.sourcemap.SourceMap;
import dev.tenrec.errors.stack.ExceptionChain;
import dev.tenrec.errors.stack.ExceptionEntry;
import dev.tenrec.errors.stack.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Resolves the frames of minified scripts to the code that was written. A frame that cannot be
 * resolved stays as it was and says why.
 *
 * <p>A source map names the identifier at a position, not the function around it. So a frame's
 * function is looked up where the minified script declares it; where no declaration is found, it is
 * taken from the call, as the name that stands at the caller's call site.
 */
public final class FrameResolver {
  private static final int LINES_AROUND = 5;

  private final SymbolSets symbols;

  public FrameResolver(SymbolSets symbols) {
    this.symbols = symbols;
  }

  /** The chain with every frame resolved that can be. */
  public ExceptionChain resolve(long project, ExceptionChain chain) {
    return new ExceptionChain(
        chain.exceptions().stream().map(entry -> resolve(project, entry)).toList());
  }

  private ExceptionEntry resolve(long project, ExceptionEntry entry) {
    List<Frame> resolved = new ArrayList<>();
    Optional<String> calledHere = Optional.empty();
    for (Frame frame : entry.frames()) {
      Optional<String> name = calledHere;
      calledHere = Optional.empty();
      if (!frame.isMinifiable() || frame.resolved()) {
        resolved.add(frame);
        continue;
      }
      if (frame.chunkId().isEmpty()) {
        resolved.add(
            frame.unresolved(
                "The script has no chunk id: run posthog-cli sourcemap inject before you deploy"));
        continue;
      }
      Optional<SymbolSets.Uploaded> found = symbols.find(project, frame.chunkId().get());
      if (found.isEmpty()) {
        resolved.add(
            frame.unresolved(
                "No source map was uploaded for chunk "
                    + frame.chunkId().get()
                    + ": run posthog-cli sourcemap upload"));
        continue;
      }
      switch (found.get().map()) {
        case ParsedMap.Broken(String reason) -> resolved.add(frame.unresolved(reason));
        case ParsedMap.Usable(SourceMap map, MinifiedScript script) -> {
          Optional<SourceMap.Original> original =
              map.lookup(frame.line().orElse(0), frame.column().orElse(0));
          Optional<String> written = declared(frame, map, script).or(() -> name);
          calledHere = original.flatMap(SourceMap.Original::name);
          resolved.add(
              original
                  .map(place -> place(frame, map, place, written))
                  .orElseGet(
                      () ->
                          frame.unresolved("The source map says nothing of this line and column")));
        }
      }
    }
    return entry.withFrames(resolved);
  }

  private static Optional<String> declared(Frame frame, SourceMap map, MinifiedScript script) {
    return script
        .declaration(frame.shortFunction(), frame.line().orElse(0), frame.column().orElse(0))
        .flatMap(place -> map.word(place.line(), place.column()));
  }

  private static Frame place(
      Frame frame, SourceMap map, SourceMap.Original place, Optional<String> name) {
    Frame.Context around =
        map.content(place.source())
            .map(text -> Frame.Context.around(text, place.line(), LINES_AROUND))
            .orElse(Frame.Context.none());
    return frame.resolvedTo(place.source(), place.line(), place.column(), name, around);
  }
}
