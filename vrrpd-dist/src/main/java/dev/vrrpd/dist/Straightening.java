package dev.vrrpd.dist;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Replaces what javac leaves to be made up while the program runs, the choice among patterns and
 * the methods that every record has, by methods of the same meaning in the class itself. Changes
 * nothing else: what it does not know stays as it was.
 *
 * <p>The JVM makes code for each such place anew at every start, and no AOT cache (JEP 483) keeps
 * it.
 */
final class Straightening {
  private final ClassFile classFile;

  /**
   * @param hierarchy knows the classes that the straightened ones mention
   */
  Straightening(ClassHierarchyResolver hierarchy) {
    classFile =
        ClassFile.of(
            ClassFile.ConstantPoolSharingOption.NEW_POOL,
            ClassFile.ClassHierarchyResolverOption.of(
                hierarchy.orElse(ClassHierarchyResolver.defaultResolver())));
  }

  /** The class with straight methods, or the very same octets where there is nothing to do. */
  byte[] straighten(byte[] original) {
    ClassModel model = classFile.parse(original);
    if (crooked(model).isEmpty()) {
      return original;
    }
    return classFile.transformClass(model, new InClass(model));
  }

  /** The places that would be replaced. */
  List<String> crooked(byte[] original) {
    return crooked(classFile.parse(original));
  }

  private static List<String> crooked(ClassModel model) {
    List<String> places = new ArrayList<>();
    for (MethodModel method : model.methods()) {
      method
          .code()
          .ifPresent(code -> {
            for (CodeElement element : code) {
              if (element instanceof InvokeDynamicInstruction call
                  && Straight.of(call).isPresent()) {
                places.add(model.thisClass().asInternalName() + "." + method.methodName());
              }
            }
          });
    }
    return places;
  }

  /** Calls go to new methods, which are added at the end of the class. */
  private static final class InClass implements ClassTransform {
    private final ClassDesc self;
    private final boolean isInterface;
    private final List<Consumer<ClassBuilder>> added = new ArrayList<>();

    InClass(ClassModel model) {
      self = model.thisClass().asSymbol();
      isInterface = model.flags().has(java.lang.reflect.AccessFlag.INTERFACE);
    }

    @Override
    public void accept(ClassBuilder builder, ClassElement element) {
      if (element instanceof MethodModel method && method.code().isPresent()) {
        builder.transformMethod(method, MethodTransform.transformingCode(this::replace));
      } else {
        builder.with(element);
      }
    }

    @Override
    public void atEnd(ClassBuilder builder) {
      added.forEach(method -> method.accept(builder));
    }

    private void replace(CodeBuilder code, CodeElement element) {
      Optional<Straight> straight =
          element instanceof InvokeDynamicInstruction call ? Straight.of(call) : Optional.empty();
      if (straight.isEmpty()) {
        code.with(element);
        return;
      }
      Straight found = straight.get();
      String name = "straight$" + found.what() + "$" + added.size();
      MethodTypeDesc type = found.type();
      added.add(builder ->
          builder.withMethodBody(
              name,
              type,
              ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
              found::write));
      code.invokestatic(self, name, type, isInterface);
    }
  }
}
