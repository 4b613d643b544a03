package dev.tenrec.cloud.functions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Arrays;

/**
 * Loads a function beside the local cloud, sharing only the JDK with it, and gives the function
 * environment variables of its own: every call of {@code System.getenv} becomes one of {@code
 * dev.tenrec.cloud.runtime.Environment}, which this loader loads once more for each function.
 */
final class FunctionClassLoader extends URLClassLoader {
  private static final String ENVIRONMENT = "dev.tenrec.cloud.runtime.Environment";
  private static final byte[] GETENV = "getenv".getBytes(StandardCharsets.UTF_8);

  static {
    registerAsParallelCapable();
  }

  FunctionClassLoader(URL[] jars) {
    super(jars, ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    URL resource = findResource(name.replace('.', '/') + ".class");
    if (resource == null) {
      throw new ClassNotFoundException(name);
    }
    byte[] bytes;
    try (InputStream in = resource.openStream()) {
      bytes = in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
    if (mentionsGetenv(bytes) && !name.equals(ENVIRONMENT)) {
      bytes = redirect(bytes);
    }
    String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    if (!packageName.isEmpty() && getDefinedPackage(packageName) == null) {
      try {
        definePackage(packageName, null, null, null, null, null, null, null);
      } catch (IllegalArgumentException anotherThreadWasFaster) {
        // It is there now.
      }
    }
    ProtectionDomain domain =
        new ProtectionDomain(
            new CodeSource(jarOf(resource), (java.security.cert.Certificate[]) null), null);
    return defineClass(name, bytes, 0, bytes.length, domain);
  }

  private static URL jarOf(URL resource) {
    // jar:file:/some.jar!/some/Type.class
    String text = resource.toString();
    int end = text.indexOf("!/");
    try {
      return end < 0 ? resource : java.net.URI.create(text.substring("jar:".length(), end)).toURL();
    } catch (java.net.MalformedURLException e) {
      return resource;
    }
  }

  private static boolean mentionsGetenv(byte[] bytes) {
    for (int i = 0; i <= bytes.length - GETENV.length; i++) {
      if (bytes[i] == GETENV[0]
          && Arrays.equals(bytes, i, i + GETENV.length, GETENV, 0, GETENV.length)) {
        return true;
      }
    }
    return false;
  }

  private static byte[] redirect(byte[] bytes) {
    ClassFile classFile =
        ClassFile.of(
            ClassFile.StackMapsOption.STACK_MAPS_WHEN_REQUIRED,
            ClassFile.ConstantPoolSharingOption.SHARED_POOL);
    return classFile.transformClass(
        classFile.parse(bytes), ClassTransform.transformingMethodBodies(FunctionClassLoader::call));
  }

  private static void call(CodeBuilder code, CodeElement element) {
    if (element instanceof InvokeInstruction call
        && call.owner().asInternalName().equals("java/lang/System")
        && call.name().equalsString("getenv")) {
      code.invokestatic(ClassDesc.of(ENVIRONMENT), "getenv", call.typeSymbol());
    } else if (element instanceof InvokeDynamicInstruction dynamic
        && dynamic.bootstrapArgs().stream().anyMatch(FunctionClassLoader::isGetenv)) {
      // System::getenv
      code.invokedynamic(
          DynamicCallSiteDesc.of(
              dynamic.bootstrapMethod(),
              dynamic.name().stringValue(),
              dynamic.typeSymbol(),
              dynamic.bootstrapArgs().stream()
                  .map(FunctionClassLoader::redirected)
                  .toArray(ConstantDesc[]::new)));
    } else {
      code.with(element);
    }
  }

  private static boolean isGetenv(ConstantDesc argument) {
    return argument instanceof DirectMethodHandleDesc handle
        && handle.owner().descriptorString().equals("Ljava/lang/System;")
        && handle.methodName().equals("getenv");
  }

  private static ConstantDesc redirected(ConstantDesc argument) {
    return isGetenv(argument)
        ? MethodHandleDesc.of(
            DirectMethodHandleDesc.Kind.STATIC,
            ClassDesc.of(ENVIRONMENT),
            "getenv",
            ((DirectMethodHandleDesc) argument).lookupDescriptor())
        : argument;
  }
}
