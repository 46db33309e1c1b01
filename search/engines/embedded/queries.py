"""A question of the contract as a tantivy query. It is built of terms; nothing reaches a query parser."""

from __future__ import annotations

from collections.abc import Sequence

import tantivy
from tantivy import Occur, Query

from search.engines.base import Clause, EngineQuery, Group, Phrase, Term
from search.engines.embedded.schema import KEY, YEAR, facet_field

Part = tuple[Occur, Query]


class QueryMaker:
    """Makes tantivy queries for the fields of a schema."""

    def __init__(self, schema: tantivy.Schema) -> None:
        self._schema = schema

    def make(self, query: EngineQuery, *, ignoring: str | None = None) -> Query:
        """All that the question asks.

        Args:
            query: The question.
            ignoring: A facet whose selection does not count.

        Returns:
            A query that scores by groups alone.
        """
        must = [self._filter(part) for part in self._filters(query, ignoring)]
        minimum = min(query.minimum, len(query.groups))
        should = [(Occur.Should, self.group(group)) for group in query.groups]
        if minimum > 0:
            must.append((Occur.Must, Query.boolean_query(should, minimum)))
            should = []
        if not must:
            must.append(self._filter(Query.all_query()))
        must_not = [(Occur.MustNot, self.clause(clause)) for clause in query.excluded]
        if query.without:
            must_not.append((Occur.MustNot, self.keys(query.without)))
        return Query.boolean_query([*must, *should, *must_not])

    def group(self, group: Group) -> Query:
        """Its best alternative."""
        alternatives = [self._sum(clauses) for clauses in group.alternatives if clauses]
        if not alternatives:
            return Query.empty_query()
        return alternatives[0] if len(alternatives) == 1 else Query.disjunction_max_query(alternatives)

    def clause(self, clause: Clause) -> Query:
        """A term or a phrase with its weight."""
        terms = (clause.term,) if isinstance(clause, Term) else clause.terms
        if not terms:
            return Query.empty_query()
        if isinstance(clause, Term) or len(terms) == 1:
            found = Query.term_query(self._schema, clause.field, terms[0])
        else:
            found = Query.phrase_query(self._schema, clause.field, list(terms), clause.slop)
            if clause.slop:
                found = self._where_near(clause, found)
        return Query.boost_query(found, clause.weight)

    def facet(self, name: str, values: Sequence[str]) -> Query:
        """Stories with one of these values."""
        return Query.term_set_query(self._schema, facet_field(name), list(values))

    def keys(self, keys: Sequence[str]) -> Query:
        """These stories."""
        return Query.term_set_query(self._schema, KEY, list(keys))

    def _where_near(self, clause: Phrase, near: Query) -> Query:
        terms = [Query.term_query(self._schema, clause.field, term) for term in clause.terms]
        return Query.boolean_query([*((Occur.Must, term) for term in terms), self._filter(near)])

    def _sum(self, clauses: Sequence[Clause]) -> Query:
        parts = [self.clause(clause) for clause in clauses]
        return parts[0] if len(parts) == 1 else Query.boolean_query([(Occur.Should, part) for part in parts])

    def _filters(self, query: EngineQuery, ignoring: str | None) -> list[Query]:
        found = [self.group(group) for group in query.required]
        found += [
            self.facet(name, values) for name, values in query.selected.items() if values and name != ignoring
        ]
        first, last = query.years
        if first is not None or last is not None:
            integer = tantivy.FieldType.Integer
            found.append(Query.range_query(self._schema, YEAR, integer, first, last))
        if query.keys is not None:
            found.append(self.keys(query.keys))
        return found

    @staticmethod
    def _filter(part: Query) -> Part:
        return Occur.Must, Query.const_score_query(part, 0.0)
