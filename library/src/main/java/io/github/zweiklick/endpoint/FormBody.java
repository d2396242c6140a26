package io.github.zweiklick.endpoint;

import io.github.zweiklick.url.WebUrl;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The fields of a submitted form ({@code application/x-www-form-urlencoded}). */
final class FormBody {
    private FormBody() {}

    /** All values of a field; none where the body is no UTF-8. */
    static List<String> values(Request request, String field) {
        String body;
        try {
            body = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(request.body()))
                    .toString();
        } catch (CharacterCodingException malformed) {
            return List.of();
        }
        return WebUrl.parse("https://form.invalid/?" + body.replace("#", "%23")).stream()
                .flatMap(form -> form.parameters().stream())
                .filter(parameter -> parameter.getKey().equals(field))
                .map(Map.Entry::getValue)
                .toList();
    }
}
