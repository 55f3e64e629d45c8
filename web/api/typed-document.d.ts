/** All that the generated documents need of this package: what a document answers to which variables. */
declare module "@graphql-typed-document-node/core" {
  export interface DocumentTypeDecoration<Answer, Variables> {
    __apiType?: (variables: Variables) => Answer;
  }
}
