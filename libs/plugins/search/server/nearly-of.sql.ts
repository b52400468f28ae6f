/** The function that found words spelt nearly so before `NearWords1900000001650`: what the migrations until then made of it. */

export function seenWith(word: string, keys: string): string {
  return `SELECT 1 FROM search.document d JOIN core.entity e ON e.ref = d.ref AND e.needs <@ ${keys}
    WHERE d.words @@ plainto_tsquery('english', ${word}) AND lower(d.title || ' ' || left(d.body, 200000)) ~ ('\\m' || ${word} || '\\M')`;
}

export function nearlyOf(parameters: string, also: string): string {
  return `
    SELECT similarity('load', 'the extension before its setting is named');
    CREATE FUNCTION search.nearly_of(${parameters}) RETURNS tsquery LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE
    SET pg_trgm.similarity_threshold = 0.19 AS $$
    DECLARE
      answer tsquery := '';
      piece text;
      near tsquery;
      candidate text;
    BEGIN
      FOREACH piece IN ARRAY (regexp_split_to_array(lower(asked), '[^[:alnum:]]+'))[1:12] LOOP
        near := plainto_tsquery('english', piece);
        FOR candidate IN
          SELECT w.word FROM search.word w
          WHERE length(piece) BETWEEN 4 AND 40 AND w.word % piece AND abs(length(w.word) - length(piece)) <= 2
            AND levenshtein_less_equal(w.word, piece, 2) <= CASE WHEN length(piece) < 6 THEN 1 ELSE 2 END
            ${also}
          ORDER BY levenshtein_less_equal(w.word, piece, 2), similarity(w.word, piece) DESC, w.word LIMIT 20
        LOOP
          near := near || plainto_tsquery('english', candidate);
        END LOOP;
        answer := answer && near;
      END LOOP;
      RETURN answer;
    END
    $$`;
}
