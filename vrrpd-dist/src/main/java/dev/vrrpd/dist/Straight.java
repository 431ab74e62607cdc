package dev.vrrpd.dist;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;

/** The body of a method that does what a dynamic call would have been linked to. */
interface Straight {
  /** One word for its name. */
  String what();

  /** Of the call it replaces. */
  MethodTypeDesc type();

  /** Writes the whole body. */
  void write(CodeBuilder code);

  /** Empty for calls that are none of ours: lambdas, concatenations (the AOT cache has them). */
  static Optional<Straight> of(InvokeDynamicInstruction call) {
    DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
    List<ConstantDesc> arguments = call.bootstrapArgs();
    return switch (owner(bootstrap) + "." + bootstrap.methodName()) {
      case "java.lang.runtime.SwitchBootstraps.typeSwitch" ->
          arguments.stream().allMatch(ClassDesc.class::isInstance)
              ? Optional.of(
                  new PatternChoice(
                      call.typeSymbol(), arguments.stream().map(ClassDesc.class::cast).toList()))
              : Optional.empty();
      case "java.lang.runtime.ObjectMethods.bootstrap" -> Optional.of(recordMethod(call));
      default -> Optional.empty();
    };
  }

  private static String owner(DirectMethodHandleDesc method) {
    return method.owner().packageName() + "." + method.owner().displayName();
  }

  /** The arguments: the record's class, the names with semicolons between, a getter for each. */
  private static Straight recordMethod(InvokeDynamicInstruction call) {
    List<ConstantDesc> arguments = call.bootstrapArgs();
    ClassDesc owner = (ClassDesc) arguments.getFirst();
    List<RecordMethod.Component> components =
        arguments.stream()
            .skip(2)
            .map(DirectMethodHandleDesc.class::cast)
            .map(getter ->
                new RecordMethod.Component(
                    getter.methodName(), getter.invocationType().returnType()))
            .toList();
    return switch (call.name().stringValue()) {
      case "equals" -> new RecordMethod.Equals(owner, components);
      case "hashCode" -> new RecordMethod.HashCode(owner, components);
      case "toString" -> new RecordMethod.ToString(owner, components);
      default -> throw new IllegalArgumentException("no method of records: " + call);
    };
  }
}
