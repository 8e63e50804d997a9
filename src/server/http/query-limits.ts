import { GraphQLError, type ASTVisitor, type FieldNode, type ValidationContext } from 'graphql';
import type { Plugin } from 'graphql-yoga';

const ALIASES_MOST = 30;
const TOKENS_MOST = 5_000;

/**
 * Limits on the text of an operation, before it costs anything: how many tokens and aliases; and no
 * field names are suggested to who does not know them. Depth and cost are the schema's own limits.
 */
export function queryLimits({ suggestFields }: { readonly suggestFields: boolean }): Plugin {
  return {
    onParse({ params, setParseFn, parseFn }) {
      setParseFn((source) =>
        parseFn(source, { ...(params.options as object), maxTokens: TOKENS_MOST }),
      );
    },
    onValidate({ addValidationRule, setValidationFn, validateFn }) {
      addValidationRule(aliasLimit);
      setValidationFn((schema, document, rules) =>
        validateFn(schema, document, rules, { hideSuggestions: !suggestFields }),
      );
    },
  };
}

function aliasLimit(context: ValidationContext): ASTVisitor {
  let aliases = 0;
  return {
    Field(node: FieldNode) {
      if (node.alias === undefined) return;
      aliases += 1;
      if (aliases !== ALIASES_MOST + 1) return;
      const message = `别名过多，至多 ${ALIASES_MOST} 个 / more than ${ALIASES_MOST} aliases`;
      context.reportError(new GraphQLError(message, { nodes: node }));
    },
  };
}
