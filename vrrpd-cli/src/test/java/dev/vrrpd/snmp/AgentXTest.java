package dev.vrrpd.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AgentXTest {
  private static final Oid A = Oid.of("1.3.6.1.4.1.9586.1");
  private static final Oid B = Oid.of("1.3.6.1.4.1.9586.2");
  private static final Oid BEYOND = Oid.of("1.3.6.1.4.1.9587");

  private static MibView view() {
    NavigableMap<Oid, Value> variables = new TreeMap<>();
    variables.put(A, new Value.Int(1));
    variables.put(B, Value.text("two"));
    return new MibView(variables);
  }

  @Test
  void namesAreOrderedArcByArcWithoutSign() {
    assertThat(Oid.of("1.3.2")).isLessThan(Oid.of("1.3.10")).isGreaterThan(Oid.of("1.3"));
    assertThat(Oid.of("1.4294967295")).isGreaterThan(Oid.of("1.2147483647"));
  }

  @Test
  void aSearchGoesOnFromNameToNameAndEndsWithItsRange() {
    assertThat(view().next(new Question(Oid.of("1.3"), false, BEYOND)))
        .isEqualTo(new Answer.Found(new Variable(A, new Value.Int(1))));
    assertThat(view().next(new Question(A, true, BEYOND)))
        .isEqualTo(new Answer.Found(new Variable(A, new Value.Int(1))));
    assertThat(view().next(new Question(A, false, B))).isEqualTo(new Answer.End(A));
    assertThat(view().next(new Question(B, false, new Oid()))).isEqualTo(new Answer.End(B));
    assertThat(view().get(new Question(BEYOND, false, new Oid())))
        .isEqualTo(new Answer.NoInstance(BEYOND));
  }

  @Test
  void aBulkRequestRepeatsItsLastQuestions() {
    Header header = new Header(Header.GET_BULK, true, 1, 2, 3, 0);
    Question first = new Question(Oid.of("1"), false, BEYOND);
    List<Answer> answers = view().bulk(new Request.GetBulk(header, 1, 3, List.of(first, first)));
    assertThat(answers).hasSize(4).element(3).isEqualTo(new Answer.End(B));
  }

  @Test
  void aPrefixStandsForTheInternetsNames() {
    byte[] payload = {
      2, 4, 0, 0, 0, 0, 0, 1, 0, 0, 0x25, 0x72, // internet.4.1.9586
      0, 0, 0, 0
    };
    Header header = new Header(Header.GET, true, 0, 0, 0, payload.length);
    assertThat(PduReader.request(header, 0, payload))
        .isEqualTo(
            new Request.Get(
                header, List.of(new Question(Oid.of("1.3.6.1.4.1.9586"), false, new Oid()))));
  }

  @Test
  void lessSignificantOctetsMayComeFirst() {
    byte[] head = {1, 18, 0, 0, 7, 0, 0, 0, 8, 0, 0, 0, 9, 0, 0, 0, 8, 0, 0, 0};
    Header header = PduReader.header(head);
    assertThat(header).isEqualTo(new Header(Header.RESPONSE, false, 7, 8, 9, 8));
    assertThat(PduReader.request(header, head[2], new byte[] {0, 0, 0, 0, 17, 0, 1, 0}))
        .isEqualTo(new Request.Response(header, 17));
  }

  @Test
  void whatIsCutOffOrTooLongIsRefused() {
    byte[] whole = {1, 2, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0};
    Header header = new Header(Header.GET_NEXT, true, 0, 0, 0, 0);
    for (int length = 1; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> PduReader.request(header, 0, part))
          .isInstanceOf(IllegalArgumentException.class);
    }
    byte[] endless = {1, 5, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 127, 0, 0, 0};
    assertThatThrownBy(() -> PduReader.header(endless))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void textIsFilledUpToWholeWords() {
    byte[] pdu = PduWriter.open(1, 5, "vrrpd");
    assertThat(pdu).hasSize(Header.LENGTH + 4 + 4 + 4 + 8);
    assertThat(PduReader.header(pdu).payloadLength()).isEqualTo(20);
  }
}
