/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "mutation CreateApplication($input: CreateApplicationInput!) { createApplication(input: $input) { id name } }": typeof types.CreateApplicationDocument,
    "mutation UpdateApplication($input: UpdateApplicationInput!) { updateApplication(input: $input) { id name description } }": typeof types.UpdateApplicationDocument,
    "\n  query ApplicationList($after: String, $search: String, $orderBy: ListApplicationsOrderBy) {\n    applications(first: 20, after: $after, search: $search, orderBy: $orderBy) {\n      totalCount\n      pageInfo { endCursor hasNextPage }\n      nodes {\n        id name description createdBy createdAt updatedAt\n        viewerCan { updateApplication { allowed reason } deleteApplication { allowed reason } }\n      }\n    }\n  }\n": typeof types.ApplicationListDocument,
    "mutation DeleteApplication($input: DeleteApplicationInput!) { deleteApplication(input: $input) { id } }": typeof types.DeleteApplicationDocument,
    "query Viewer { viewer { id name account projectId projects { id name } } }": typeof types.ViewerDocument,
};
const documents: Documents = {
    "mutation CreateApplication($input: CreateApplicationInput!) { createApplication(input: $input) { id name } }": types.CreateApplicationDocument,
    "mutation UpdateApplication($input: UpdateApplicationInput!) { updateApplication(input: $input) { id name description } }": types.UpdateApplicationDocument,
    "\n  query ApplicationList($after: String, $search: String, $orderBy: ListApplicationsOrderBy) {\n    applications(first: 20, after: $after, search: $search, orderBy: $orderBy) {\n      totalCount\n      pageInfo { endCursor hasNextPage }\n      nodes {\n        id name description createdBy createdAt updatedAt\n        viewerCan { updateApplication { allowed reason } deleteApplication { allowed reason } }\n      }\n    }\n  }\n": types.ApplicationListDocument,
    "mutation DeleteApplication($input: DeleteApplicationInput!) { deleteApplication(input: $input) { id } }": types.DeleteApplicationDocument,
    "query Viewer { viewer { id name account projectId projects { id name } } }": types.ViewerDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateApplication($input: CreateApplicationInput!) { createApplication(input: $input) { id name } }"): typeof import('./graphql.ts').CreateApplicationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation UpdateApplication($input: UpdateApplicationInput!) { updateApplication(input: $input) { id name description } }"): typeof import('./graphql.ts').UpdateApplicationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApplicationList($after: String, $search: String, $orderBy: ListApplicationsOrderBy) {\n    applications(first: 20, after: $after, search: $search, orderBy: $orderBy) {\n      totalCount\n      pageInfo { endCursor hasNextPage }\n      nodes {\n        id name description createdBy createdAt updatedAt\n        viewerCan { updateApplication { allowed reason } deleteApplication { allowed reason } }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ApplicationListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeleteApplication($input: DeleteApplicationInput!) { deleteApplication(input: $input) { id } }"): typeof import('./graphql.ts').DeleteApplicationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Viewer { viewer { id name account projectId projects { id name } } }"): typeof import('./graphql.ts').ViewerDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
