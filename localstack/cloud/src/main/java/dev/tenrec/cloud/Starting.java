package dev.tenrec.cloud;

import dev.tenrec.cloud.aws.Protocol;
import dev.tenrec.cloud.control.ControlApi;
import dev.tenrec.cloud.emulation.Emulators;
import dev.tenrec.cloud.front.Front;
import dev.tenrec.cloud.functions.FunctionDefinition;
import dev.tenrec.cloud.functions.FunctionReader;
import dev.tenrec.cloud.functions.Functions;
import dev.tenrec.cloud.functions.FunctionsSettings;
import dev.tenrec.cloud.functions.InvocationResult;
import dev.tenrec.cloud.mappings.MappingReader;
import dev.tenrec.cloud.mappings.MappingSettings;
import dev.tenrec.cloud.mappings.Mappings;
import dev.tenrec.cloud.mappings.Target;
import dev.tenrec.cloud.progress.Progress;
import dev.tenrec.cloud.resources.Addresses;
import dev.tenrec.cloud.resources.LocalAttributes;
import dev.tenrec.cloud.resources.Provisioner;
import dev.tenrec.cloud.resources.Secrets;
import dev.tenrec.cloud.schedules.Schedule;
import dev.tenrec.cloud.schedules.ScheduleReader;
import dev.tenrec.cloud.schedules.Schedules;
import dev.tenrec.cloud.state.DataDirectory;
import dev.tenrec.cloud.state.Ports;
import dev.tenrec.cloud.state.RunLock;
import dev.tenrec.cloud.template.Assembly;
import dev.tenrec.cloud.template.Place;
import dev.tenrec.cloud.template.Resource;
import dev.tenrec.cloud.template.Templates;
import dev.tenrec.cloud.web.WebServer;
import dev.tenrec.emulators.SesEmulator;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Brings a local cloud up, part by part; every part is kept, to be stopped later. */
final class Starting {
  private static final Duration QUIET = Duration.ofSeconds(5);
  private static final Duration SETTLING = Duration.ofSeconds(30);

  private final LocalCloudSettings settings;
  private final Progress progress;
  private final Parts parts;
  private final Place place = Place.LOCAL;
  private final InstantSource clock = InstantSource.system();

  Starting(LocalCloudSettings settings, Progress progress, Parts parts) {
    this.settings = settings;
    this.progress = progress;
    this.parts = parts;
  }

  LocalCloud run() {
    Assembly assembly = Assembly.read(settings.assembly());
    DataDirectory data = DataDirectory.open(settings.data());
    RunLock lock = parts.keep(RunLock.take(data));
    // What a killed run has left says that something is ready which is not.
    ReadyFile.of(data).remove();
    if (lock.recovered() > 0) {
      progress.step("ended " + lock.recovered() + " processes that a killed run had left behind");
    }
    Set<Integer> reserved =
        settings.sites().stream()
            .map(LocalCloudSettings.Site::port)
            .filter(port -> port != 0)
            .collect(Collectors.toSet());
    Ports ports = new Ports(data, settings.port(), reserved);
    ports.requireReserved();
    URI front = local(ports.front());
    URI sqs = local(ports.port(name(Protocol.SQS)));
    Function<Resource, URI> urls = url -> local(ports.port("url " + url));
    Templates templates =
        new Templates(
            assembly,
            settings.parameters(),
            place,
            new LocalAttributes(
                new Addresses(front, sqs, urls),
                new Secrets(data.file("secrets.json"), new SecureRandom())),
            progress);
    Map<Protocol, Integer> needed = new EnumMap<>(Protocol.class);
    for (Protocol protocol : Provisioner.needed(templates)) {
      needed.put(protocol, ports.port(name(protocol)));
    }
    Emulators emulators =
        parts.keep(Emulators.start(needed, data, place.region(), progress, clock));
    URI lambda = local(ports.port("lambda"));
    SesEmulator mailbox =
        parts.keep(SesEmulator.start(data.directory("mailbox"), ports.port("mailbox")));
    progress.step("mailbox at " + mailbox.endpoint());
    List<FunctionDefinition> definitions = new FunctionReader(assembly, templates, progress).read();
    new Provisioner(emulators.services(), templates, progress).run();
    Functions functions =
        parts.keep(
            new Functions(
                definitions,
                new FunctionsSettings(
                    settings.isolation(),
                    settings.workers(),
                    settings.learning() ? Optional.of(QUIET) : Optional.empty(),
                    FunctionVariables.of(emulators.endpoints(), lambda, mailbox.endpoint(), place)),
                data,
                lock::remember,
                progress,
                UUID::randomUUID,
                clock));
    parts.keep(
        WebServer.start(
            lambda.getPort(), Functions.LARGEST_EVENT + 1, new ControlApi(functions, progress)));
    Mappings mappings =
        parts.keep(new Mappings(emulators.services(), data, progress, UUID::randomUUID, clock));
    startSchedules(templates, functions, data);
    List<URI> sites = startFront(templates, functions, front, urls, ports, data);
    Map<String, URI> functionUrls = functionUrls(templates, functions, urls);
    begin(functions, functionUrls.keySet(), mappings, mappings(templates, functions, sqs));
    return new LocalCloud(
        parts,
        functions,
        new Locations(
            front,
            lambda,
            services(emulators, mailbox),
            functionUrls,
            sites,
            outputs(templates, front)));
  }

  // On a small machine processes that start together all start slowly, so those that people wait
  // for come before those that catch up with the streams.
  private void begin(
      Functions functions, Set<String> called, Mappings mappings, List<MappingSettings> read) {
    if (!read.isEmpty()) {
      progress.step("reading for functions: " + read.size() + " event source mappings");
    }
    if (!settings.warm()) {
      read.forEach(mappings::start);
      return;
    }
    Map<Boolean, List<FunctionDefinition>> parted =
        functions.definitions().stream()
            .collect(Collectors.partitioningBy(it -> called.contains(it.label())));
    Thread.ofVirtual()
        .name("warm")
        .start(
            () -> {
              parted.get(true).forEach(functions::warm);
              read.forEach(mappings::start);
              parted.get(false).forEach(functions::warm);
            });
  }

  private static Map<String, URI> services(Emulators emulators, SesEmulator mailbox) {
    Map<String, URI> services = new LinkedHashMap<>();
    emulators.endpoints().forEach((protocol, endpoint) -> services.put(name(protocol), endpoint));
    services.put("ses", mailbox.endpoint());
    return services;
  }

  private List<MappingSettings> mappings(Templates templates, Functions functions, URI sqs) {
    return new MappingReader(
            templates,
            sqs,
            name -> functions.find(name).map(function -> target(functions, function)),
            progress)
        .read();
  }

  private void startSchedules(Templates templates, Functions functions, DataDirectory data) {
    Schedules schedules =
        parts.keep(
            new Schedules(
                data.file("schedules.json"),
                invoker(functions)::invoke,
                SETTLING,
                progress,
                clock));
    List<Schedule> read = new ScheduleReader(templates, progress, UUID::randomUUID).read();
    for (Schedule schedule : read) {
      schedules.start(schedule);
    }
  }

  private List<URI> startFront(
      Templates templates,
      Functions functions,
      URI address,
      Function<Resource, URI> urls,
      Ports ports,
      DataDirectory data) {
    Front front =
        parts.keep(new Front(templates, invoker(functions), progress, UUID::randomUUID, clock));
    front.start(address, urls);
    List<URI> sites = new ArrayList<>();
    for (LocalCloudSettings.Site site : settings.sites()) {
      int port = site.port() == 0 ? ports.port("site " + site.directory()) : site.port();
      sites.add(front.site(site.directory(), port, address, data.file("site.json")));
    }
    return sites;
  }

  private static Target target(Functions functions, FunctionDefinition function) {
    return new Target() {
      @Override
      public InvocationResult invoke(byte[] event) {
        return functions.invoke(function, event);
      }

      @Override
      public String arn() {
        return function.arn();
      }
    };
  }

  private static dev.tenrec.cloud.front.Invoker invoker(Functions functions) {
    return (name, event) ->
        functions
            .find(name)
            .map(function -> functions.invoke(function, event))
            .orElseGet(
                () -> new InvocationResult.Throttled("The function " + name + " is not run here"));
  }

  private static Map<String, URI> functionUrls(
      Templates templates, Functions functions, Function<Resource, URI> urls) {
    Map<String, URI> result = new LinkedHashMap<>();
    for (Resource url : templates.resources("AWS::Lambda::Url")) {
      Optional<String> label =
          templates
              .property(url, "TargetFunctionArn")
              .flatMap(arn -> functions.find(arn.asText()))
              .map(FunctionDefinition::label);
      label.ifPresent(name -> result.put(name, urls.apply(url)));
    }
    return result;
  }

  private static Map<String, String> outputs(Templates templates, URI front) {
    Map<String, String> outputs = new LinkedHashMap<>();
    for (String stack : templates.stacks()) {
      // The template says https, which nothing here speaks.
      templates
          .outputs(stack)
          .forEach(
              (name, value) ->
                  outputs.put(
                      stack + "." + name,
                      value.replace("https://" + front.getAuthority(), front.toString())));
    }
    return outputs;
  }

  private static String name(Protocol protocol) {
    return protocol.name().toLowerCase(Locale.ROOT);
  }

  private static URI local(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }
}
